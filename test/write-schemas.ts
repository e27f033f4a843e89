/** `npm run schemas`: writes the JSON Schemas of the rule files, made from the schemas that check them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../src/config.ts';
import { jsonSchemas } from '../src/rulebook/json-schema.ts';

const folder = join(PACKAGE_ROOT, 'rules/schema');
mkdirSync(folder, { recursive: true });
for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, name), text);
console.log(`rules/schema: ${jsonSchemas().size} files`);
