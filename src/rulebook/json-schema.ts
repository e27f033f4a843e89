/** JSON Schemas of the rule files, made from the schemas that check them, so that editors complete and mark what the loader would refuse. */
import { z } from 'zod';
import { SINGLE_FILES } from './rule-set.ts';
import { articleHead, codesFile, examplesFile } from './schema.ts';
import { serviceFile } from './service-schema.ts';

/** File name below `rules/schema/` and its content. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schemas = {
    ...SINGLE_FILES,
    codes: codesFile,
    service: serviceFile,
    article: articleHead,
    examples: examplesFile,
  };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(toJson(schema), null, 2)}\n`,
    ]),
  );
}

/** As it is written, before defaults are filled in; what only code can check is left out. */
function toJson(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
