import { join } from "node:path";
import { defineConfig } from "vitepress";
import { joinChinese } from "../chinese.mjs";
import { slugOf } from "../links.mjs";
import { navOf, sidebarOf } from "../navigation.mjs";

const cache = join(import.meta.dirname, "..", ".cache");
const pages = join(cache, "pages");

export default defineConfig({
  srcDir: ".cache/pages",
  cacheDir: ".cache/vitepress",
  title: "Linli 邻里",
  head: [["link", { rel: "icon", href: "data:," }]],
  // The teaching page is put there after the build.
  ignoreDeadLinks: [/\/page\//],
  markdown: { anchor: { slugify: slugOf }, config: (md) => md.core.ruler.push("joinChinese", joinChinese) },
  locales: {
    root: {
      label: "English",
      lang: "en",
      description: "Agent-based simulation of how neighbors come to govern themselves",
      themeConfig: { nav: navOf("en"), sidebar: sidebarOf(pages, "en"), outline: [2, 3] },
    },
    zh: {
      label: "中文",
      lang: "zh-CN",
      description: "社区居民如何走向自组织与协商治理：多主体模拟",
      themeConfig: {
        nav: navOf("zh"),
        sidebar: sidebarOf(pages, "zh"),
        outline: { level: [2, 3], label: "本页目录" },
        docFooter: { prev: "上一页", next: "下一页" },
        sidebarMenuLabel: "目录",
        returnToTopLabel: "回到顶部",
        darkModeSwitchLabel: "外观",
        lightModeSwitchTitle: "切换到浅色",
        darkModeSwitchTitle: "切换到深色",
        langMenuLabel: "切换语言",
        skipToContentLabel: "跳到正文",
      },
    },
  },
  themeConfig: {
    search: {
      provider: "local",
      options: {
        miniSearch: {
          options: {
            // Chinese has no spaces: each character is a word.
            tokenize: (text) => text.match(/\p{sc=Han}|[^\s\p{P}\p{sc=Han}]+/gu) ?? [],
          },
          searchOptions: { combineWith: "AND", fuzzy: false },
        },
        locales: {
          zh: {
            translations: {
              button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
              modal: {
                displayDetails: "显示详情",
                resetButtonTitle: "清除",
                backButtonTitle: "关闭",
                noResultsText: "没有找到",
                footer: { selectText: "选择", navigateText: "移动", closeText: "关闭" },
              },
            },
          },
        },
      },
    },
  },
});
