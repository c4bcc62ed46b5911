/**
 * Expressions of Mosaic's SQL over columns that are here, as functions of a row, for what its tables of sums are asked.
 * Null and undefined are SQL's NULL. What cannot be told as DuckDB would tell it is `Beyond`.
 */
import {
  BetweenOpNode,
  BinaryOpNode,
  CastNode,
  ColumnRefNode,
  FunctionNode,
  InOpNode,
  LiteralNode,
  LogicalOpNode,
  UnaryPostfixOpNode,
  type ExprNode,
} from "@uwdata/mosaic-sql";

/** DuckDB has to answer. */
export class Beyond extends Error {}

/** What is told here; null where DuckDB has to answer. */
export function known<T>(tell: () => T): T | null {
  try {
    return tell();
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
}

export type Value = (at: number) => unknown;

/** What a node that is not an expression over single rows stands for; null: it is one. */
export type Special = (node: ExprNode) => Value | null;

type Numeric = (...values: number[]) => number;

const FUNCTIONS: Record<string, Numeric> = {
  abs: Math.abs,
  ceil: Math.ceil,
  exp: Math.exp,
  floor: Math.floor,
  ln: Math.log,
  log: Math.log10,
  sign: Math.sign,
  sqrt: Math.sqrt,
};

const OPERATORS: Record<string, Numeric> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "**": (a, b) => a ** b,
};

const CASTS: Record<string, Numeric> = { DOUBLE: (a) => a, INTEGER: Math.round };

export const isNull = (value: unknown): value is null | undefined => value === null || value === undefined;

/** A number as DuckDB calculates with it. */
function numberOf(value: unknown): number {
  if (typeof value !== "number" || value !== value) throw new Beyond();
  return value;
}

const COMPARABLE = ["number", "string", "boolean"];

/** Dates by their milliseconds. */
export const plain = (value: unknown): unknown => (value instanceof Date ? +value : value);

/** Whether values of one kind are equal. */
function equal(one: unknown, other: unknown): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (typeof a !== typeof b || !COMPARABLE.includes(typeof a) || a !== a || b !== b) throw new Beyond();
  return a === b;
}

/** Values that are the same in each row. */
const constants = new WeakSet<Value>();

function constant(value: unknown): Value {
  const always = (): unknown => value;
  constants.add(always);
  return always;
}

function calculated(calculate: Numeric | undefined, values: Value[]): Value {
  if (!calculate) throw new Beyond();
  const value: Value = (at) => {
    const given: number[] = [];
    for (const one of values) {
      const found = one(at);
      if (isNull(found)) return null;
      given.push(numberOf(found));
    }
    return calculate(...given);
  };
  return values.every((one) => constants.has(one)) ? constant(value(0)) : value;
}

const coalesced = (values: Value[]): Value => {
  return (at) => {
    for (const value of values) {
      const found = value(at);
      if (!isNull(found)) return found;
    }
    return null;
  };
};

function milliseconds(value: Value): Value {
  return (at) => {
    const found = value(at);
    if (isNull(found)) return null;
    if (!(found instanceof Date)) throw new Beyond();
    return +found;
  };
}

function between(value: Value, low: Value, high: Value): Value {
  return (at) => {
    const found = value(at);
    const from = low(at);
    const to = high(at);
    if (isNull(found) || isNull(from) || isNull(to)) return null;
    return numberOf(from) <= numberOf(found) && numberOf(found) <= numberOf(to);
  };
}

/** Where one of several conditions is NULL only the others may decide. */
function together(isAnd: boolean, values: Value[]): Value {
  return (at) => {
    let isUnknown = false;
    for (const value of values) {
      const found = value(at);
      if (isNull(found)) isUnknown = true;
      else if (found !== isAnd) return !isAnd;
    }
    return isUnknown ? null : isAnd;
  };
}

function among(value: Value, values: Value[]): Value {
  return (at) => {
    const found = value(at);
    return isNull(found) ? null : values.some((one) => equal(found, one(at)));
  };
}

function compared(op: string, one: Value, other: Value): Value | null {
  if (op === "=")
    return (at) => {
      const [a, b] = [one(at), other(at)];
      return isNull(a) || isNull(b) ? null : equal(a, b);
    };
  if (op !== "IS NOT DISTINCT FROM") return null;
  return (at) => {
    const [a, b] = [one(at), other(at)];
    return isNull(a) || isNull(b) ? isNull(a) && isNull(b) : equal(a, b);
  };
}

/** The function of an expression; throws `Beyond` where it holds what is not known here. */
export function compiled(node: ExprNode, column: (name: string) => Value, special: Special = () => null): Value {
  const inner = (child: ExprNode): Value => compiled(child, column, special);
  const found = special(node);
  if (found) return found;
  if (node instanceof LiteralNode) return constant(node.value);
  if (node instanceof ColumnRefNode) return column(node.column);
  if (node instanceof CastNode) return calculated(CASTS[node.cast], [inner(node.expr)]);
  if (node instanceof BetweenOpNode && node.extent)
    return between(inner(node.expr), inner(node.extent[0]), inner(node.extent[1]));
  if (node instanceof LogicalOpNode) return together(node.op === "AND", node.clauses.map(inner));
  if (node instanceof BinaryOpNode) {
    const [left, right] = [inner(node.left), inner(node.right)];
    return compared(node.op, left, right) ?? calculated(OPERATORS[node.op], [left, right]);
  }
  if (node instanceof InOpNode && "values" in node.values)
    return among(inner(node.expr), (node.values.values as ExprNode[]).map(inner));
  if (node instanceof UnaryPostfixOpNode && node.op === "IS NULL") {
    const value = inner(node.expr);
    return (at) => isNull(value(at));
  }
  if (node instanceof FunctionNode) {
    if (node.name === "coalesce") return coalesced(node.args.map(inner));
    if (node.name === "epoch_ms") return milliseconds(inner(node.args[0]));
    return calculated(FUNCTIONS[node.name], node.args.map(inner));
  }
  throw new Beyond();
}
