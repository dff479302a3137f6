/** Part: the exchange and the ties of the model on published networks. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { arangDakHelp } from "../../../data/arang-dak.ts";
import { village } from "../../../scenarios/village.ts";
import { compareHelp, type HelpResult } from "../../experiments/empirical/comparison.ts";
import { strongerHalf } from "../../experiments/empirical/graphs.ts";
import { comparePersistence, type PersistenceResult } from "../../experiments/empirical/persistence.ts";
import type { Network } from "../../model/network.ts";
import type { Text } from "../../model/vocabulary.ts";
import { networkFromCsv } from "../../observe/network/csv.ts";
import type { NetworkOptions } from "../../observe/network/select.ts";
import { empiricalSection } from "./empiricalSection.ts";
import type { Part, PartOptions } from "./part.ts";

export interface EmpiricalResult {
  readonly seed: string;
  readonly help: readonly (HelpResult & { readonly title: Text; readonly source: string })[];
  readonly persistence: readonly (PersistenceResult & { readonly title: Text; readonly source: string })[];
  /** Published networks that were not at hand. */
  readonly missing: readonly string[];
}

export const empirical: Part<EmpiricalResult> = {
  name: "empirical",
  title: { en: "Published networks", zh: "已发表的社会网络数据" },
  asks: {
    en: "Do exchange and acquaintance bring about networks like those that were observed, more so than chance does?",
    zh: "互助与相识规则产生的网络，是否比随机网络更接近实际观测？",
  },
  element: "outputCorroboration",
  run: async (options) => runEmpirical(options),
  section: empiricalSection,
};

const REPLICATES = { full: 40, quick: 5 };
const ARANG_DAK =
  "Koster (2018), Royal Society Open Science 5(4):172159; Simpson (2022), Scientific Data 9 (CC BY 4.0)";
const GIFTS = "Koster & Leckie (2014), Social Networks 38";
const WAVES = "Ross & Pisor (2024), Evolutionary Human Sciences";
const FOLDERS = ["arang_dak_help", "nicaragua_household_gifts", "colombia_amends_4waves"] as const;
type Folder = (typeof FOLDERS)[number];

/**
 * Years of the waves since the first. The data give their order and that a survey between the last two is missing: a
 * year apart each is an assumption.
 */
const YEARS = [0, 1, 2, 4];

export function runEmpirical({ quick, seed, data }: Pick<PartOptions, "quick" | "seed" | "data">): EmpiricalResult {
  const replicates = quick ? REPLICATES.quick : REPLICATES.full;
  const missing = FOLDERS.filter((folder) => data === undefined || !existsSync(join(data, folder)));
  const load = (folder: Folder, options: NetworkOptions = {}): Network => {
    const file = (part: string) => ({
      name: `${folder}/${part}.csv`,
      text: readFileSync(join(data!, folder, `${part}.csv`), "utf8"),
    });
    return networkFromCsv(file("nodes"), file("edges"), { name: folder, ...options });
  };
  const has = (folder: Folder) => !missing.includes(folder);
  const shared = { replicates, seed };
  return {
    seed: String(seed),
    help: [
      {
        title: { en: "Arang Dak: among those who help", zh: "Arang Dak：限于互助者之间" },
        source: ARANG_DAK,
        ...compareHelp(village, { ...shared, name: "arangDak", observed: arangDakHelp }),
      },
      ...(has("arang_dak_help") ? [arangDakWide(load, shared)] : []),
      ...(has("nicaragua_household_gifts") ? gifts(load, shared) : []),
    ],
    persistence: has("colombia_amends_4waves")
      ? (["friendship", "sharing"] as const).map((layer) => waves(load, layer, shared))
      : [],
    missing,
  };
}

type Load = (folder: Folder, options?: NetworkOptions) => Network;
interface Shared {
  readonly replicates: number;
  readonly seed: string | number;
}

function arangDakWide(load: Load, shared: Shared): EmpiricalResult["help"][number] {
  const confirmed = load("arang_dak_help", { where: { reported_by_receiver: "1", reported_by_giver: "1" } });
  return {
    title: {
      en: "Arang Dak: among all pairs of whom either reports help",
      zh: "Arang Dak：限于任一方报告过帮助的各对",
    },
    source: ARANG_DAK,
    ...compareHelp(village, { ...shared, name: "arangDakWide", observed: confirmed, known: load("arang_dak_help") }),
  };
}

function gifts(load: Load, shared: Shared): EmpiricalResult["help"] {
  const all = load("nicaragua_household_gifts");
  return [
    {
      title: { en: "Gifts of food between 25 households: any", zh: "25 户间的食物馈赠：全部" },
      source: GIFTS,
      ...compareHelp(village, { ...shared, name: "giftsAny", observed: all }),
    },
    {
      title: { en: "Gifts of food: the more frequent half", zh: "食物馈赠：较频繁的一半" },
      source: GIFTS,
      ...compareHelp(village, { ...shared, name: "giftsFrequent", observed: strongerHalf(all), known: all }),
    },
  ];
}

function waves(load: Load, layer: "friendship" | "sharing", shared: Shared): EmpiricalResult["persistence"][number] {
  const all = YEARS.map((year, w) => {
    const network = load("colombia_amends_4waves", { layer, wave: String(w + 1) });
    return { network, year, observed: network.nodes.map((node) => node.attributes[`observed_w${w + 1}`] === "1") };
  });
  return {
    title: layer === "friendship" ? { en: "Friendship", zh: "友谊" } : { en: "Sharing", zh: "分享食物与钱款" },
    source: WAVES,
    ...comparePersistence(village, { ...shared, name: layer, waves: all }),
  };
}
