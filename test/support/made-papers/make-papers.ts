/**
 * Makes the papers of fixtures/papers anew: `node test/support/made-papers/make-papers.ts FOLDER [WORD…]` writes those whose names contain
 * one of the words (all without any). What needs a program that is not there is left out and named; fixtures/papers/README.md has them.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BROKEN_RECIPES } from './broken-recipes.ts';
import { FORM_RECIPES } from './form-recipes.ts';
import { hasProgram, makeKit, type Kit, type Recipe } from './kit.ts';
import { LETTER_RECIPES } from './letter-recipes.ts';
import { OFFICE_RECIPES } from './office-recipes.ts';
import { OTHER_RECIPES } from './other-recipes.ts';

export const RECIPES: readonly Recipe[] = [
  ...FORM_RECIPES,
  ...OTHER_RECIPES,
  ...LETTER_RECIPES,
  ...OFFICE_RECIPES,
  ...BROKEN_RECIPES,
];

const KEPT = resolve(import.meta.dirname, '../../../fixtures/papers');

export interface Making {
  readonly folder: string;
  readonly wanted: (recipe: Recipe) => boolean;
  readonly tell: (line: string) => void;
  /** Default: all there are. */
  readonly recipes?: readonly Recipe[];
}

/** @returns names of those that were made */
export async function makePapers({ folder, wanted, tell, recipes = RECIPES }: Making): Promise<readonly string[]> {
  const work = mkdtempSync(join(tmpdir(), 'loket-papers-'));
  const made = new Set<string>();
  mkdirSync(folder, { recursive: true });
  // What it is made of is taken as it was made just now, else as it is kept.
  const bytesOf: Kit['made'] = (file) => readFileSync(join(made.has(file) ? folder : KEPT, file));
  const kit = makeKit(work, bytesOf);
  try {
    for (const recipe of inOrder(recipes.filter(wanted))) {
      const lacking = recipe.programs.filter((program) => !hasProgram(program));
      if (lacking.length > 0) {
        tell(`${recipe.file} is left out: ${lacking.join(', ')} not found`);
        continue;
      }
      writeFileSync(join(folder, recipe.file), await recipe.make(kit));
      made.add(recipe.file);
    }
    return [...made];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** First what others are made of. */
function inOrder(recipes: readonly Recipe[]): readonly Recipe[] {
  const ordered: Recipe[] = [];
  const add = (recipe: Recipe): void => {
    if (ordered.includes(recipe)) return;
    for (const name of recipe.of ?? []) for (const other of recipes) if (other.file === name) add(other);
    ordered.push(recipe);
  };
  recipes.forEach(add);
  return ordered;
}

if (process.argv[1] === import.meta.filename) {
  const [folder, ...words] = process.argv.slice(2);
  if (folder === undefined) throw new Error('name a folder for the papers');
  const wanted = ({ file }: Recipe): boolean => words.length === 0 || words.some((word) => file.includes(word));
  const made = await makePapers({ folder, wanted, tell: (line) => console.log(line) });
  console.log(`${folder}: ${made.length} papers`);
}
