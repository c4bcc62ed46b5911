/** Expressions in the columns of tables: Mosaic's parser reads them in marks only. */
import { ASTNode, InputNode, parseSpec, type SpecNode } from "@uwdata/mosaic-spec";

interface GivenColumn {
  value: unknown;
}

/** What Mosaic calls to make values of nodes. */
type Context = never;

interface Tree {
  children?: Tree[];
  options: { options: Record<string, { value?: unknown; instantiate(context: Context): unknown }> };
}

class ColumnsNode extends ASTNode {
  constructor(
    private readonly given: GivenColumn[],
    private readonly values: { instantiate(context: Context): unknown }[],
  ) {
    super("columns" as never);
  }

  override instantiate(context: Context): unknown {
    return this.given.map((column, i) => ({ ...column, value: this.values[i].instantiate(context) }));
  }

  override toJSON(): never {
    return this.given as never;
  }
}

function inputsIn(node: Tree): Tree[] {
  if (node instanceof InputNode) return [node as unknown as Tree];
  return (node.children ?? []).flatMap(inputsIn);
}

/** The values of columns as channels of a mark, which stand for the same expressions. */
function valuesOf(given: GivenColumn[], params: object): Tree["options"]["options"][string][] {
  const channels = Object.fromEntries(given.map(({ value }, i) => [`c${i}`, value]));
  const parsed = parseSpec({ plot: [{ mark: "dot", ...channels }] } as never, { params: Object.entries(params) });
  const [mark] = (parsed.root as unknown as Tree).children!;
  return given.map((_, i) => mark.options.options[`c${i}`]);
}

/** The parsed spec, in which the columns of tables are expressions. */
export function withExpressions(spec: SpecNode): SpecNode {
  for (const { options } of inputsIn(spec.root as unknown as Tree)) {
    const columns = options.options["columns"]?.value;
    if (!Array.isArray(columns)) continue;
    options.options["columns"] = new ColumnsNode(columns, valuesOf(columns, spec.params)) as never;
  }
  return spec;
}
