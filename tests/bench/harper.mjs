// SPDX-License-Identifier: GPL-3.0-or-later
// harper.js, from the directory that npm put it in.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

async function loadModules(directory) {
  const folder = join(resolve(directory), 'node_modules', 'harper.js', 'dist');
  const load = (name) => import(pathToFileURL(join(folder, name)));
  return { ...(await load('index.js')), ...(await load('binary.js')) };
}

async function makeLinter({ LocalLinter, binary }, dialect) {
  const linter = new LocalLinter({ binary, dialect });
  await linter.setup();
  return (text) => linter.lint(text);
}

/** A linter of American English: takes a text, and gives what it finds in it. */
export async function loadHarper(directory) {
  const modules = await loadModules(directory);
  return makeLinter(modules, modules.Dialect.American);
}

/** What a finding is, without its place. */
export function getKind(found) {
  return `${found.lint_kind()}: ${found.message()}`;
}

/** A linter that finds what is wrong in American and in British English. */
export async function loadHarperOfBoth(directory) {
  const modules = await loadModules(directory);
  const american = await makeLinter(modules, modules.Dialect.American);
  const british = await makeLinter(modules, modules.Dialect.British);
  return async (text) => {
    const known = new Set((await british(text)).map(getKind));
    return (await american(text)).filter((found) => known.has(getKind(found)));
  };
}
