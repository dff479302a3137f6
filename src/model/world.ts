/** The shared tables. State lives here and nowhere else. */
import { FRESH } from "../kernel/arena.ts";
import { checkName } from "../kernel/check.ts";
import { Listing, Relation } from "../kernel/relation.ts";
import { type ColumnSpec, Table } from "../kernel/table.ts";
import type { Ties } from "../kernel/ties.ts";
import * as columns from "./columns.ts";
import { type Compiled, compiledIn } from "./compiled.ts";
import { MEANS } from "./vocabulary.ts";

type Extra = Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>>;

/** Rows that one tick may bear, from the number of residents n and communities c: columns never move inside a tick. */
const HEADROOM: Readonly<Record<string, (n: number, c: number) => number>> = {
  ties: (n) => 5 * n + 64, // a meeting at each kind of focus
  organizations: (n, c) => Math.ceil(n / 20) + 8 * c + 16,
  memberships: (n, c) => 4 * n + 64 * c,
  contacts: (n, c) => n + 256 * c,
  issues: (n, c) => Math.ceil(n / 4) + 32 * c,
  touches: (n) => 8 * n, // eight issues at most arise in a community and week
  platforms: (_, c) => 8 * c,
  seats: (n, c) => n + 64 * c,
  commitments: (n, c) => n + 256 * c,
  jointActs: (_, c) => 8 * c,
  partners: (_, c) => 64 * c,
};

/** Rows of a table that one tick may bear, in a world of n residents and c communities. */
export function headroom(table: string, n: number, c: number): number {
  return HEADROOM[table]?.(n, c) ?? n;
}

/** All tables of a run. `column` gives any column by name, a mechanism's own included. */
export class World {
  readonly residents: Table<typeof columns.RESIDENTS>;
  readonly communities: Table<typeof columns.COMMUNITIES>;
  readonly blocks: Table<typeof columns.BLOCKS>;
  readonly organizations: Table<typeof columns.ORGANIZATIONS>;
  readonly issues: Table<typeof columns.ISSUES>;
  readonly platforms: Table<typeof columns.PLATFORMS>;
  readonly jointActs: Table<typeof columns.JOINT_ACTS>;
  readonly memberships: Relation<typeof columns.MEMBERSHIPS>;
  readonly contacts: Relation<typeof columns.CONTACTS>;
  readonly touches: Listing<typeof columns.TOUCHES>;
  readonly seats: Relation<typeof columns.SEATS>;
  readonly commitments: Relation<typeof columns.COMMITMENTS>;
  readonly partners: Relation<typeof columns.PARTNERS>;
  /** Set once the population is drawn. */
  ties!: Ties;
  readonly tables: Readonly<Record<string, Table>>;
  readonly relations: readonly [Listing, Table, Table][];
  /** Hot rules as WebAssembly, where the tables lie in reach of it. */
  readonly compiled: Compiled | null;

  constructor(residents: number, communities: number, blocks: number, extra: Extra = {}, memory = FRESH) {
    this.compiled = compiledIn(memory.linear);
    const more = <S extends object>(table: string, specs: S): S => ({ ...specs, ...extra[table] });
    this.residents = new Table("residents", more("residents", columns.RESIDENTS), residents, memory);
    this.communities = new Table("communities", more("communities", columns.COMMUNITIES), communities, memory);
    this.blocks = new Table("blocks", more("blocks", columns.BLOCKS), blocks, memory);
    this.organizations = new Table("organizations", more("organizations", columns.ORGANIZATIONS), 16, memory);
    this.issues = new Table("issues", more("issues", columns.ISSUES), 16, memory);
    this.platforms = new Table("platforms", more("platforms", columns.PLATFORMS), 4, memory);
    this.jointActs = new Table("jointActs", more("jointActs", columns.JOINT_ACTS), 4, memory);
    this.memberships = new Relation("memberships", more("memberships", columns.MEMBERSHIPS), 16, memory);
    this.contacts = new Relation("contacts", more("contacts", columns.CONTACTS), 16, memory);
    this.touches = new Listing("touches", more("touches", columns.TOUCHES), 16, memory);
    this.seats = new Relation("seats", more("seats", columns.SEATS), 16, memory);
    this.commitments = new Relation("commitments", more("commitments", columns.COMMITMENTS), 16, memory);
    this.partners = new Relation("partners", more("partners", columns.PARTNERS), 16, memory);
    const { organizations: o, residents: r, issues: i, platforms: p } = this;
    this.relations = [
      [this.memberships, r, o],
      [this.contacts, o, o],
      [this.touches, i, r],
      [this.seats, p, r],
      [this.commitments, i, o],
      [this.partners, this.jointActs, o],
    ] as unknown as [Listing, Table, Table][];
    const plain = [r, this.communities, this.blocks, o, i, p, this.jointActs];
    const all = [...plain, ...this.relations.map(([relation]) => relation)] as unknown as Table[];
    this.tables = Object.fromEntries(all.map((table) => [table.name, table]));
  }

  /** Institutional trust and expectation as columns in the order of ROLES. */
  institutional(): { trust: Float32Array[]; expect: Float32Array[] } {
    const r = this.residents.at;
    return {
      trust: [r.trustTeam, r.trustCommittee, r.trustGovernment, r.trustDeveloper, r.trustProperty],
      expect: [r.expectTeam, r.expectCommittee, r.expectGovernment, r.expectDeveloper, r.expectProperty],
    };
  }

  /** Means and needs of organizations in the order of MEANS. */
  means(): { have: Float32Array[]; need: Float32Array[] } {
    const o = this.organizations.at;
    return {
      have: MEANS.map((m) => o[m]),
      need: [o.handsNeed, o.moneyNeed, o.roomsNeed],
    };
  }

  /** Any column of a table by name: how a mechanism reaches columns of its own. Throws an InputError for another name. */
  column(table: string, name: string): Float32Array | Int32Array | Uint8Array {
    checkName("table", table, Object.keys(this.tables));
    return (this.tables[table]!.at as Record<string, Float32Array | Int32Array | Uint8Array>)[name]!;
  }

  /** Frees what died; between mechanisms. */
  commit(): void {
    this.ties.commit();
    for (const key in this.tables) this.tables[key]!.commit();
  }

  /** Makes room in the named tables for one mechanism's births; true if columns moved, so that all must bind anew. */
  reserve(names: readonly string[]): boolean {
    const n = this.residents.rows;
    const c = this.communities.rows;
    let moved = false;
    for (const name of names) {
      const rows = headroom(name, n, c);
      const grew = name === "ties" ? this.ties.reserve(rows) : this.tables[name]!.reserve(rows);
      moved = grew || moved;
    }
    for (const [relation, a, b] of this.relations) moved = relation.fit(a.capacity, b.capacity) || moved;
    return moved;
  }
}
