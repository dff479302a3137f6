import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Application } from "typedoc";

/** Where a reader of Chinese stands: names and docstrings of the library are in English. */
const CHINESE = "::: info\n库中的名称与说明均为英文，本参考由源代码中的说明生成，因此只有英文。\n:::\n\n";

const MEANING = {
  linli: "运行、改动与测量模型，编写机制与情景",
  "linli/scenarios": "随包提供的情景",
  "linli/networks": "网络的读入与导出",
  "linli/testing": "检查机制是否守约",
  "linli/analysis": "多次运行的统计",
  "linli/experiments": "计划与扫描，供脚本使用",
};
/** What the generator calls a source file. */
const moduleOf = (source) => source.replace("./", "").replace(/(\/index)?\.ts$/, "");

/** Makes the reference of the package's entries, a page each, from their docstrings; once more for who reads Chinese. */
export async function reference(root, pages) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entries = Object.entries(manifest.exports).flatMap(([name, { "linli-source": source }]) =>
    source ? [{ name: name.replace(/^\./, "linli"), file: join(root, source), path: moduleOf(source) }] : [],
  );
  const out = join(pages, "api");
  const app = await Application.bootstrapWithPlugins(
    {
      plugin: ["typedoc-plugin-markdown"],
      entryPoints: entries.map(({ file }) => file),
      tsconfig: join(root, "tsconfig.build.json"),
      skipErrorChecking: true, // types are checked by the compiler of the library itself
      basePath: root,
      out,
      name: "API",
      readme: "none",
      disableSources: true,
      excludePrivate: true,
      excludeInternal: true,
      excludeExternals: true,
      logLevel: "Error",
      router: "module",
      entryFileName: "index",
      flattenOutputFiles: true,
      hidePageHeader: true,
      hideBreadcrumbs: true,
      useCodeBlocks: true,
      expandObjects: false,
      parametersFormat: "table",
      interfacePropertiesFormat: "table",
      typeAliasPropertiesFormat: "table",
      enumMembersFormat: "table",
      classPropertiesFormat: "table",
      indexFormat: "table",
      textContentMappings: { "title.indexPage": "API" },
      sortEntryPoints: false,
      sort: ["source-order"],
    },
    [],
  );
  const project = await app.convert();
  if (!project || app.logger.hasErrors()) throw new Error("the reference cannot be made from the docstrings");
  for (const child of project.children ?? [])
    child.name = entries.find(({ path }) => path === child.name)?.name ?? child.name;
  await app.generateOutputs(project);
  inChinese(out, join(pages, "zh", "api"), entries);
}

/** The same pages under the Chinese part of the site, and a first one in Chinese. */
function inChinese(from, to, entries) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) writeFileSync(join(to, name), CHINESE + readFileSync(join(from, name), "utf8"));
  const items = entries.map(
    ({ name }) => `- [\`${name}\`](./${name.replaceAll("/", ".")}.md)：${MEANING[name] ?? name}`,
  );
  writeFileSync(join(to, "index.md"), `# API 参考\n\n${CHINESE}${items.join("\n")}\n`);
}
