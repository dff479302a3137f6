/** Role cards: interests to be shown, constraints to be kept to oneself. */
import { type RoleCard, type Section, t, text } from "./section.ts";

const card = (
  role: RoleCard["role"],
  who: RoleCard["who"],
  wants: RoleCard["wants"],
  secret: RoleCard["secret"],
  gives: RoleCard["gives"],
) => ({
  ...{ role, who, wants, secret, gives },
});

const CARDS: readonly RoleCard[] = [
  card(
    t("Leader of the builder team", "社区营造团队负责人"),
    t(
      "You have worked here since before anyone moved in, and preside over the first council.",
      "你在入住之前就已进驻，并主持第一场议事会。",
    ),
    t("A council that goes on, and peace in the estate.", "议事会办得下去，小区保持平和。"),
    t(
      "The developer pays four fifths of your team. You may leave one item off the agenda without a reason, and should, if it hurts the developer.",
      "你的团队八成经费由开发商出资。你可以不说理由拿掉一项议题；若某项对开发商不利，你就该拿掉它。",
    ),
    t("2 hours; knowledge of procedure", "2个工时；议事规则的知识"),
  ),
  card(
    t("Developer's representative", "开发商代表"),
    t("Your company built the estate and is about to leave it.", "你的公司建了这个小区，即将撤场。"),
    t("No precedent, no cost, no scandal.", "不开先例，不增成本，不出风波。"),
    t(
      "You may promise one repair at most. Head office will hardly pay for it. “Let us wait until the owners' committee can vote” is always at hand.",
      "你最多只能答应一项维修，而总部多半不会拨款。“等业主委员会成立之后再投票表决”随时可用。",
    ),
    t("one promise", "一次承诺"),
  ),
  card(
    t("Manager of the property company", "物业公司经理"),
    t("You run the estate day by day.", "你负责小区日常管理。"),
    t("Fees paid on time, few complaints.", "物业费按时收，投诉少一些。"),
    t(
      "Your contract with the developer ends next spring: do nothing that angers it. If three residents or more stand behind a demand you must at least promise.",
      "你与开发商的合同明春到期，不可得罪对方。若有三位以上居民支持某项诉求，你至少得口头答应。",
    ),
    t("two promises; a room on weekdays", "两次承诺；工作日可用的场地一间"),
  ),
  card(
    t("Preparatory group of the residents' committee", "居委会筹建组成员"),
    t("The committee is only being prepared; you attend without a vote.", "居委会尚在筹建，你列席会议，没有表决权。"),
    t("To be in good standing when the committee is formed.", "给将来正式成立的居委会留个好印象。"),
    t(
      "You may give one room and 500 yuan, but only to what has a name, a date and hands. You may ask once in each council: who will do it?",
      "你可以提供一间场地和500元，但只给有人、有期限、有人手的事。每场会议你可以问一次：“谁来做？”",
    ),
    t("a room, 500 yuan, one question", "一间场地、500元、一次追问"),
  ),
  card(
    t("Leader of the service corps", "服务团团长"),
    t("You speak for residents, though not all of them chose you.", "你为居民发声，虽然并非人人推选了你。"),
    t("Maintenance and property management solved, now.", "尽快解决房屋维护与物业问题。"),
    t(
      "Some neighbors doubt your motives. If two demands fail you stay away from the next meeting.",
      "有些邻居怀疑你的动机。若有两项诉求落空，下次会议你就不来了。",
    ),
    t("4 hours; you know every building", "4个工时；熟悉各楼栋情况"),
  ),
  card(
    t("Leader of the fitness team", "健身队队长"),
    t("Thirty people dance and train with you.", "有三十人跟着你锻炼。"),
    t("A fixed place, and no quarrel about music.", "固定的场地，不为音乐声吵架。"),
    t(
      "Your members give hours to others only if they get the room. With the library's leader you could share one: you have never talked.",
      "队员只有得到场地才愿为他人出力。你和亲子图书室其实可以合用一间，但你们从没谈过。",
    ),
    t("6 hours", "6个工时"),
  ),
  card(
    t("Leader of the parent-child library", "亲子图书室负责人"),
    t("Forty children read with you on Saturdays.", "每周六有四十个孩子来看书。"),
    t("Volunteers, books, a quiet room.", "志愿者、图书和安静的场地。"),
    t(
      "You have more volunteers than you need on weekdays, and none on Saturdays. Nobody has asked.",
      "你工作日的志愿者有富余，周六却一个也没有。还没人问过你。",
    ),
    t("5 hours, weekdays", "5个工时（工作日）"),
  ),
  card(
    t("Newcomer", "新来的居民"),
    t("You moved in last month from another province and know nobody.", "你上个月刚从外地搬来，谁也不认识。"),
    t("The leak in your ceiling mended.", "修好天花板漏水。"),
    t(
      "You complained alone and were passed from door to door. If this council fails you too, you tell your building that meetings are useless.",
      "你单独反映过，被推来推去。如果这次议事会也没用，你会告诉全楼“开会没用”。",
    ),
    t("1 hour, 3 if someone asks you by name", "1个工时；若有人点名请你，则为3个"),
  ),
  card(
    t("First buyer", "最早的业主"),
    t(
      "You were in the mutual-aid group before handover and helped twenty families to fit out.",
      "交房前你在新居互助团，帮过二十户人家装修。",
    ),
    t("The old spirit of mutual aid back.", "找回当年的互助劲头。"),
    t(
      "People trust you. You can bring three neighbors behind any demand, once, but you are tired and have not said so.",
      "大家信任你。你可以动员三位邻居支持一项诉求，仅此一次；但你已经累了，只是没说。",
    ),
    t("3 hours; three neighbors, once", "3个工时；动员三位邻居一次"),
  ),
  card(
    t("Long-time resident of the hutong (second council)", "胡同老居民（仅第二场）"),
    t("You come as a guest, from a neighborhood that has a federation.", "你作为嘉宾列席，来自已有联合会的社区。"),
    t("To pass on what you learned.", "把自己的经验传下去。"),
    t(
      "You may stop the talk twice with: “And who of us does it, by when?” You know that your federation lives on small things.",
      "你可以两次打断讨论：“那咱们谁来做？什么时候做完？”你知道联合会靠的是一件件小事。",
    ),
    t("two questions", "两次追问"),
  ),
  card(
    t("Observer (two or three)", "观察员（两至三人）"),
    t("You say nothing and count.", "你不发言，只计数。"),
    t(
      "A true tally: brought, decided, with name and date, hours pledged.",
      "如实计数：提出、议定、有人有期限、认领工时。",
    ),
    t("Note who looked at whom when nobody answered.", "留意无人应答时，大家都在看谁。"),
    t("the tally", "计数表"),
  ),
];

export const roles: Section = {
  name: "roles",
  title: t("Role cards", "角色卡"),
  blocks: [
    text(
      "Cut along the lines and fold so that the secret is inside. With fewer students leave out the first buyer and the guest; with more, give one card to two.",
      "沿线裁开，对折后“秘密”在内。人数较少时可省去最早的业主与嘉宾；人数较多时两人共用一张。",
    ),
    { kind: "cards", cards: CARDS },
  ],
};
