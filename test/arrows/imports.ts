import { parseSync } from 'vite';

/** Everything a module's source imports, types and re-exports included; null stands for a target not written out. */
export function importsOf(file: string, source: string): (string | null)[] {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file} cannot be parsed: ${errors[0].message}`);
  const found: (string | null)[] = [];
  visit(program, (node) => {
    if (asksForModule(node)) found.push(literal(node.source ?? node.expression ?? node.arguments?.[0]));
  });
  return found;
}

type Node = { type: string; [field: string]: unknown } & Partial<{
  source: Node | null;
  expression: Node;
  arguments: Node[];
  callee: Node;
}>;

const asksForModule = (node: Node): boolean =>
  /^(Import(Declaration|Expression)|ExportAllDeclaration|TSImportType|TSExternalModuleReference)$/.test(node.type) ||
  (node.type === 'ExportNamedDeclaration' && !!node.source) ||
  (node.type === 'CallExpression' && node.callee?.type === 'Identifier' && node.callee.name === 'require');

function literal(node: Node | undefined | null): string | null {
  if (node?.type === 'TSLiteralType') return literal(node.literal as Node);
  return typeof node?.value === 'string' ? node.value : null;
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, look);
  else if (value && typeof value === 'object') {
    if ('type' in value) look(value as Node);
    for (const each of Object.values(value)) visit(each, look);
  }
}
