// Finds `any` in what the packages show to their users. It emits the declarations in memory, as
// the build does, so that inferred types count too, and follows every exported name to the types
// it mentions. A type that cannot be resolved is `any` as well, and is reported.
//
// Usage: node scripts/check/public-any.mjs [source file…]     default: every entry point

import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { root, workspacePackages } from '../lib/packages.mjs';

/** Longer lines are cut in the report: an inferred type can fill pages. */
const LINE_WIDTH = 120;
const packagesFolder = join(root, 'packages');
const configPath = join(root, 'tsconfig.build.json');

function readOptions() {
  const { config } = ts.readConfigFile(configPath, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options;
}

/** Declaration files of the sources that `entries` reach, by path; with the compiler's complaints. */
function emitDeclarations(entries, options) {
  const program = ts.createProgram(entries, options);
  const files = new Map();
  const { diagnostics } = program.emit(
    undefined,
    (path, text) => files.set(resolve(path), text),
    undefined,
    true,
  );
  return { files, diagnostics };
}

/** A program over the emitted declarations: `./future.ts` is found as the emitted future.d.ts. */
function declarationProgram(files, entries, options) {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const declaration = (path) => files.get(resolve(path));
  // Hiding the sources makes the resolution of `./future.ts` fall through to its declarations.
  const isHidden = (path) => path.endsWith('.ts') && files.has(declarationPath(resolve(path)));
  host.fileExists = (path) =>
    declaration(path) !== undefined || (!isHidden(path) && fileExists(path));
  host.readFile = (path) => declaration(path) ?? readFile(path);
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const text = declaration(path);
    if (text === undefined) return getSourceFile(path, languageVersion, ...rest);
    return ts.createSourceFile(path, text, languageVersion, true);
  };
  return ts.createProgram(entries.map(declarationPath), { ...options, noEmit: true }, host);
}

function declarationPath(sourcePath) {
  return sourcePath.endsWith('.d.ts') ? sourcePath : sourcePath.replace(/[.]ts$/, '.d.ts');
}

/** Walks from the exports of `entries` to every declaration of ours that they mention. */
function findPublicAny(program, entries) {
  const checker = program.getTypeChecker();
  const findings = new Set();
  const seen = new Set();
  const queue = [];

  const enqueue = (symbol) => {
    if (symbol === undefined) return;
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
    if (seen.has(target)) return;
    seen.add(target);
    queue.push(target);
  };
  const report = (node) => {
    const file = node.getSourceFile();
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line;
    const text = file.text.split('\n')[line].trim().slice(0, LINE_WIDTH);
    findings.add(`${relative(root, file.fileName)}: ${text}`);
  };
  const visit = (node) => {
    const isType = ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node);
    if (isType && (checker.getTypeFromTypeNode(node).flags & ts.TypeFlags.Any) !== 0) report(node);
    if (ts.isIdentifier(node)) enqueue(checker.getSymbolAtLocation(node));
    if (ts.isImportTypeNode(node)) enqueue(checker.getSymbolAtLocation(node.qualifier ?? node));
    ts.forEachChild(node, visit);
  };

  for (const entry of entries) {
    const file = program.getSourceFile(declarationPath(entry));
    const module = file && checker.getSymbolAtLocation(file);
    if (module === undefined) {
      findings.add(`${relative(root, entry)} exports nothing`);
      continue;
    }
    for (const symbol of checker.getExportsOfModule(module)) enqueue(symbol);
  }
  for (let symbol = queue.pop(); symbol !== undefined; symbol = queue.pop()) {
    for (const declaration of symbol.declarations ?? []) {
      const { fileName } = declaration.getSourceFile();
      const isOurs = fileName.startsWith(packagesFolder) && !fileName.includes('/node_modules/');
      if (isOurs && !ts.isSourceFile(declaration)) visit(declaration);
    }
  }
  return [...findings].sort();
}

const given = process.argv.slice(2).map((path) => resolve(path));
const entries =
  given.length > 0
    ? given
    : workspacePackages().flatMap(({ entries: all }) => all.map(({ source }) => source));
const options = readOptions();
const { files, diagnostics } = emitDeclarations(entries, options);
const findings = findPublicAny(declarationProgram(files, entries, options), entries);

for (const { file, messageText } of diagnostics) {
  const text = ts.flattenDiagnosticMessageText(messageText, '\n');
  console.log(`no declaration: ${file ? relative(root, file.fileName) : ''}: ${text}`);
}
for (const finding of findings) console.log(`public any: ${finding}`);
process.exitCode = diagnostics.length + findings.length > 0 ? 1 : 0;
