// Opens every route file with the libraries of Kaoto and Karavan, saves it, and tells what the saved tree lacks or adds.
// How to run it: docs/customizing.md, Designers. Nothing of the hub or its build needs it.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const require = createRequire(join(process.cwd(), 'x.js'));
const { build } = require('esbuild');
const { parse } = require('yaml');
const { JSDOM } = require('jsdom');

const CATALOGS = 'node_modules/@kaoto/camel-catalog/dist/camel-catalog/camel-springboot';
const catalog = join(CATALOGS, readdirSync(CATALOGS).filter(name => /^4\.18\.\d+$/.test(name)).pop());
const index = JSON.parse(readFileSync(join(catalog, readdirSync(catalog).find(name => name.startsWith('index-')))));
const read = kind => JSON.parse(readFileSync(join(catalog, index.catalogs[kind].file)));
const components = read('components');

// What only draws is replaced by an object that is and does anything.
const NOTHING = `const f = () => p; const p = new Proxy(function () {}, {
  get: (t, key) => key === 'prototype' ? t.prototype : key === Symbol.toPrimitive ? () => '' : p, apply: f, construct: f });
  module.exports = Object.create(p);`;
const undrawn = { name: 'undrawn', setup(bundle) {
  const draws = /^(react|@patternfly|monaco|@kie-tools|@visx|@dnd-kit|remark|html-to-image|mobx|zustand|zundo|simple-|usehooks|hotkeys|ts-markdown|jszip)|\.(scss|css|svg|png)(\?.*)?$/;
  bundle.onResolve({ filter: draws }, ({ path }) => ({ path, namespace: 'nothing' }));
  bundle.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: NOTHING, loader: 'js' }));
} };

async function library(name, exports) {
  const outfile = resolve(name + '.cjs');
  await build({ stdin: { contents: exports.join('\n'), resolveDir: process.cwd() }, bundle: true, platform: 'node', format: 'cjs', outfile, plugins: [undrawn] });
  return require(outfile);
}

async function kaoto() {
  const { window } = new JSDOM('');
  const { DOMParser, XMLSerializer, Node, document } = window;
  Object.assign(globalThis, { DOMParser, XMLSerializer, Node, document, window: { crypto: globalThis.crypto } });
  const models = './node_modules/@kaoto/kaoto/lib/esm/models';
  const { CamelResourceFactory, CamelCatalogService } = await library('kaoto', [
    `export { CamelResourceFactory } from '${models}/camel/camel-resource-factory.js';`,
    `export { CamelCatalogService } from '${models}/visualization/flows/camel-catalog.service.js';`]);
  for (const kind of Object.keys(index.catalogs)) CamelCatalogService.setCatalogKey(kind.replace(/s$/, ''), read(kind));
  return (path, text) => CamelResourceFactory.createCamelResource(text, { path }).toString();
}

async function karavan() {
  const api = './node_modules/karavan-core/src/core/api';
  const { CamelDefinitionYaml, ComponentApi } = await library('karavan', [
    `export { CamelDefinitionYaml } from '${api}/CamelDefinitionYaml';`,
    `export { ComponentApi } from '${api}/ComponentApi';`]);
  ComponentApi.saveComponents(Object.values(components).map(({ component, properties }) => JSON.stringify({ component, properties })), true);
  return (path, text) => CamelDefinitionYaml.integrationToYaml(CamelDefinitionYaml.yamlToIntegration(basename(path), text));
}

// The same in one form: ids that a designer made up are left out, addresses are in one piece as Camel's catalog says.
function plain(tree) {
  if (Array.isArray(tree)) return tree.map(plain);
  if (!tree || typeof tree !== 'object') return tree;
  const node = Object.fromEntries(Object.entries(tree)
    .filter(([key, value]) => key !== 'id' || !/^(?!route)[A-Za-z0-9]+-[0-9a-f]{4}$/.test(value))
    .map(([key, value]) => [key, plain(value)]));
  if (typeof node.uri !== 'string') return node;
  node.uri = node.uri.replace('://', ':');
  const { scheme, syntax } = components[node.uri]?.component ?? {};
  if (!scheme || !node.parameters) return node;
  const parts = syntax.slice(scheme.length + 1).split(/([A-Za-z]+)/);
  let rest = '';
  for (let i = 1; i < parts.length; i += 2) if (parts[i] in node.parameters) {
    rest += (rest && parts[i - 1]) + node.parameters[parts[i]];
    delete node.parameters[parts[i]];
  }
  node.uri += ':' + rest;
  if (!Object.keys(node.parameters).length) delete node.parameters;
  return node;
}

function differences(before, after, place) {
  if (isDeepStrictEqual(before, after)) return [];
  if (!before || !after || typeof before !== 'object' || typeof after !== 'object') return [`${place}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(key =>
    !(key in after) ? [`${place}/${key} is lost`] : !(key in before) ? [`${place}/${key} is new`] : differences(before[key], after[key], `${place}/${key}`));
}

// Routes keep their order among each other; beans may stand before or after them.
const byKind = text => Object.fromEntries(['beans', 'route', 'routeConfiguration', 'routeTemplate'].map(kind => [kind, plain(parse(text)).filter(item => kind in item)]));
const comments = text => text.split('\n').filter(line => /(^|\s)#\s/.test(line)).map(line => line.replace(/^.*?(^|\s)#/, '').trim());

const files = readdirSync(process.argv[2], { recursive: true }).filter(name => name.endsWith('.camel.yaml')).sort();
for (const [designer, open] of Object.entries({ Kaoto: kaoto, Karavan: karavan })) {
  const save = await open();
  let same = 0;
  let commented = 0;
  for (const name of files) {
    const text = readFileSync(join(process.argv[2], name), 'utf8');
    const saved = save(name, text);
    const found = differences(byKind(text), byKind(saved), '');
    if (found.length) console.log(`${designer}: ${name}\n    ${found.join('\n    ')}`);
    else same++;
    if (comments(text).some(comment => !comments(saved).includes(comment))) commented++;
  }
  console.log(`${designer}: ${same} of ${files.length} files saved with nothing lost; ${commented} lose comments\n`);
}
