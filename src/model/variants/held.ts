/** Mechanisms made blind to something: what a rule is frozen with, to see what is left of an effect without it. */
import type { Context } from "../context.ts";
import type { AnyMechanism } from "../mechanism.ts";
import type { World } from "../world.ts";

type Blocks = { readonly [B in keyof Context]?: Partial<Context[B]> };

/**
 * The mechanism with some of its values, or of the context's fields, held at what is given, whatever a run sets: a rule
 * that no longer answers to them. Values may lie outside of their ranges.
 */
export function held(
  mechanism: AnyMechanism,
  { values = {}, context = {} }: { readonly values?: Readonly<Record<string, number>>; readonly context?: Blocks },
): AnyMechanism {
  return {
    ...mechanism,
    bind: (binding) => {
      const blocks = Object.entries(context).map(([name, block]) => [
        name,
        { ...binding.context[name as keyof Context], ...block },
      ]);
      return mechanism.bind({
        ...binding,
        values: { ...binding.values, ...values },
        context: { ...binding.context, ...Object.fromEntries(blocks) },
      });
    },
  };
}

type TableName = "residents" | "organizations";

/**
 * The mechanism with columns of a table hidden from it: it reads the value given for each, and what it writes there is
 * lost. All other mechanisms see the columns as they are.
 */
export function blindTo(
  mechanism: AnyMechanism,
  name: TableName,
  columns: Readonly<Record<string, number>>,
): AnyMechanism {
  return {
    ...mechanism,
    bind: (binding) => mechanism.bind({ ...binding, world: veiled(binding.world, name, columns) }),
  };
}

/** A world in which columns of a table are replaced; whoever takes them takes them anew when tables grow, as all do. */
function veiled(world: World, name: TableName, columns: Readonly<Record<string, number>>): World {
  const table = world[name];
  const hidden = Object.entries(columns).map(([column, value]) => [
    column,
    new Float32Array(table.capacity).fill(value),
  ]);
  const at = { ...table.at, ...Object.fromEntries(hidden) };
  return replaced(world, { [name]: replaced(table, { at }) });
}

/** The object with some properties replaced; methods are those of the object itself, whose private fields they need. */
function replaced<T extends object>(object: T, properties: Readonly<Record<string, unknown>>): T {
  return new Proxy(object, {
    get(target, key) {
      if (Object.hasOwn(properties, key)) return properties[key as string];
      const value = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
