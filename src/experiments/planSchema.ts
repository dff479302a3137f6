/** JSON Schema of a plan, made of what is declared, so that an editor completes names and shows ranges and units. */
import { standardModel } from "../model/community.ts";
import { BLOCK_NAMES, type Field } from "../model/context.ts";
import type { Model } from "../model/mechanism.ts";
import { NEEDS, ROLES } from "../model/vocabulary.ts";
import { MEASURES } from "../observe/measures.ts";
import { type Declared, declaredBy } from "./declared.ts";
import { METHODS, WORDS } from "./designCheck.ts";
import { MOST_REPLICATES, MOST_SERIES, REQUIRED } from "./planCheck.ts";

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: "string", minLength: 1 };
const FLAG: Schema = { type: "boolean" };

function whole([minimum, maximum]: readonly [number, number], description: string): Schema {
  return { type: "integer", minimum, maximum, description };
}

function listOf(items: Schema, description: string): Schema {
  return { type: "array", minItems: 1, items, description };
}

function object(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
}

/**
 * The schema (draft 7) of plans for a model, the standard one by default. Parameters of a plan's own `model` are not known
 * to it and pass. What no schema can say (that values fit together) is left to `checkPlan`.
 */
export function planSchema(model: Model = standardModel): Schema {
  const declared = [...declaredBy(model).values()];
  const names: Schema = { enum: declared.map((d) => d.name) };
  const of = (make: (d: Declared) => Schema) => Object.fromEntries(declared.map((d) => [d.name, make(d)]));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Plan of a Linli sweep",
    ...object(properties(of), REQUIRED),
    definitions: { ...forms(), ...of(value) },
    if: { not: { required: ["model"] } },
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
    then: { properties: { axes: { propertyNames: names }, values: { propertyNames: names } } },
  };
}

function properties(of: (make: (d: Declared) => Schema) => Record<string, Schema>): Record<string, Schema> {
  const blocks = listOf({ enum: BLOCK_NAMES }, "Context blocks taken from the other scenario");
  const measure = { anyOf: MEASURES.map((m) => ({ const: m.name, description: both(m.text) })) };
  return {
    $schema: { type: "string" },
    name: { ...TEXT, description: "What the sweep is called" },
    scenarios: listOf(TEXT, "Names of shipped scenarios, or paths of modules and JSON files, relative to this file"),
    axes: {
      type: "object",
      properties: of(axis),
      description: "Parameters and context fields to vary, by dotted name",
    },
    replicates: whole([1, MOST_REPLICATES], "Runs a point"),
    seed: { anyOf: [TEXT, { type: "number" }], description: "Root seed, any text or number" },
    design: { anyOf: [{ enum: WORDS }, ...methods()], description: "How points are laid; grid by default" },
    values: { type: "object", properties: of(reference), description: "Set in every run" },
    swaps: {
      type: "array",
      items: object({ blocks, from: { ...TEXT, description: "The scenario they are taken from" } }, ["blocks", "from"]),
      description: "Each adds a variant of every scenario",
    },
    measures: listOf(measure, "Measures read at the reading date and at the end; all by default"),
    until: { ...date, description: "Last date of a run; the scenario's by default" },
    series: whole([0, MOST_SERIES], "Weeks between records of the series; 0, the default: no series"),
    events: { ...FLAG, description: "Keep the events; true by default" },
    paired: { ...FLAG, description: "The same seeds at every point (common random numbers); true by default" },
    model: { ...TEXT, description: "A module whose default or model is a model, or makes one of the standard model" },
  };
}

function methods(): Schema[] {
  return Object.entries(METHODS).map(([name, { range, unit, option, optionRange }]) => {
    const chosen = optionRange ? whole(optionRange, option) : { ...FLAG, description: option };
    return object({ [name]: whole(range, unit), [option]: chosen }, [name]);
  });
}

function axis(declared: Declared): Schema {
  const end = reference(declared);
  const numeric = declared.kind === "number" || declared.kind === "integer";
  const form = numeric ? "axis" : declared.choices ? "choice" : "list";
  return {
    allOf: [{ $ref: `#/definitions/${form}` }],
    items: end,
    properties: { values: { items: end }, ...(numeric ? { from: end, to: end } : {}) },
    description: described(declared),
  };
}

/** What an axis is written as, which is the same for many; no parameter is called so, since their names have dots. */
function forms(): Record<string, Schema> {
  const values: Schema = { type: "array", minItems: 1 };
  const list: Schema = { anyOf: [values, object({ values }, ["values"])] };
  const range = object({ from: {}, to: {}, steps: { type: "integer", minimum: 2 } });
  const either = (other: Schema): Schema => ({ anyOf: [{ $ref: "#/definitions/list" }, other] });
  return { list, choice: either(object({})), axis: either(range) };
}

/** What a name may be set to, which stands once in the schema. */
function reference(declared: Declared): Schema {
  return { $ref: `#/definitions/${declared.name}` };
}

function value(declared: Declared): Schema {
  const own = { ...KINDS[declared.kind](declared), description: described(declared) };
  return declared.nullable ? { anyOf: [own, { type: "null" }] } : own;
}

const date: Schema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const entries: Schema = { type: "array", items: { type: "object" } };
const number = ({ range: [minimum, maximum] }: Declared): Schema => ({ type: "number", minimum, maximum });

const KINDS: Readonly<Record<Field["kind"], (declared: Declared) => Schema>> = {
  number,
  integer: (declared) => ({ ...number(declared), type: "integer" }),
  flag: () => FLAG,
  date: () => date,
  payer: () => ({ enum: ROLES.map((role) => role.name) }),
  needs: () => {
    const names = NEEDS.map((need) => need.name);
    return object(
      Object.fromEntries(names.map((name) => [name, { type: "number", minimum: 0, maximum: 1000 }])),
      names,
    );
  },
  kinds: () => entries,
  organizations: () => entries,
  groups: () => entries,
  rounds: () => entries,
};

function described(declared: Declared): string {
  const standard = declared.default === undefined ? "" : `; ${declared.default} by default`;
  return `${both(declared.label)} (${declared.unit}${standard})`;
}

function both({ en, zh }: { readonly en: string; readonly zh: string }): string {
  return `${en} ${zh}`;
}
