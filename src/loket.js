#!/usr/bin/env node
// Checks the Node version before anything native is loaded: on an older N-API better-sqlite3 ends the process without a message.
if (Number(process.versions.napi) < 10 || !process.features.typescript) {
  console.error(
    `Loket needs Node.js 22.19 or newer; this is ${process.version}. Inside a checkout, "npx loket" and "npm run" use the Node.js that "npm ci" brought.`,
  );
  process.exit(1);
}
const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv.slice(2));
