import { describe, expect, test } from "vitest";
import { plainSetting, type Setting } from "../../../src/experiments/page/setting.ts";
import { replicateSeed } from "../../../src/kernel/random.ts";
import { simulate } from "../../../src/observe/simulation.ts";
import { Session } from "../../../src/web/engine/session.ts";
import { SCENARIOS } from "../../../src/web/engine/setting.ts";

/** Runs a session to its end, and tells the weekly values that it read. */
function finish(session: Session, setting: Setting, seed: string) {
  const from = session.begin(setting, seed);
  const weeks = [session.read()];
  while (!session.finished) {
    session.step();
    weeks.push(session.read());
  }
  return { from, weeks, end: session.end() };
}

const CHANGE = { date: "2017-07-03", values: { "team.independence": 1 } };
/** The old district's team is independent as it is: a change must be one that changes something. */
const EVENTLESS = { date: "2017-07-03", values: { "team.eventsMonthly": 0 } };

describe("a session of the page", () => {
  for (const [name, change] of [
    ["new-estate", CHANGE],
    ["old-district", EVENTLESS],
  ] as const)
    test(`ends as the library ends ${name} with a change on the way`, () => {
      const setting = { ...plainSetting(name), changes: [change] };
      const byHand = () => simulate(SCENARIOS[name], { seed: replicateSeed("7", 0) });
      const changed = byHand().stepTo(change.date).change(change.values).finish();
      expect(finish(new Session(), setting, "7").end.hash).toBe(changed.hash);
      expect(changed.hash).not.toBe(byHand().finish().hash);
    });

  test("another future starts where it parts from the one before, and is the run made from scratch", () => {
    const session = new Session();
    const plain = plainSetting("new-estate");
    const changed = { ...plain, changes: [CHANGE] };
    const before = finish(session, plain, "7");
    const after = finish(session, changed, "7");
    const scratch = finish(new Session(), changed, "7");
    expect(before.from).toBe(0);
    expect(after.from).toBeGreaterThan(0);
    expect(after.end.hash).toBe(scratch.end.hash);
    expect(after.end.hash).not.toBe(before.end.hash);
    expect(after.weeks.map((w) => w.values)).toEqual(scratch.weeks.slice(after.from).map((w) => w.values));
    const parting = before.weeks.findIndex((w) => w.frame.date === CHANGE.date);
    expect(scratch.weeks.slice(0, parting + 1)).toEqual(before.weeks.slice(0, parting + 1));
  });

  test("a look back is what was to be seen in that week", () => {
    const session = new Session();
    const setting = plainSetting("new-estate");
    session.begin(setting, "7");
    while (session.weeks > 0 && session.read().frame.week < 150) session.step();
    const codes = ["resident:12", "organization:0", "platform:0"];
    const then = codes.map((code) => session.look(code, 150, "en"));
    while (!session.finished) session.step();
    expect(codes.map((code) => session.look(code, 150, "en"))).toEqual(then);
    expect(then.map((card) => card.kind)).toEqual(["resident", "organization", "platform"]);
    expect(codes.map((code) => session.look(code, 300, "en"))).not.toEqual(then);
  });

  test("a card says what the frame of its week says", () => {
    const session = new Session();
    session.begin(plainSetting("new-estate"), "7");
    for (let week = 0; week < 160; week++) session.step();
    const { frame } = session.read();
    for (const organization of frame.organizations) {
      const card = session.look(`organization:${organization.serial}`, 160, "zh");
      expect(card).toMatchObject({ kind: "organization", leader: organization.leader, rules: organization.rules });
      expect(card.kind === "organization" && card.members.length).toBe(organization.members);
    }
    for (const issue of frame.issues)
      expect(session.look(`issue:${issue.serial}`, 160, "en")).toMatchObject({ kind: "issue", state: issue.state });
    expect(frame.organizations.length).toBeGreaterThan(0);
    expect(frame.issues.length).toBeGreaterThan(0);
  });

  test("what is not there is said", () => {
    const session = new Session();
    session.begin(plainSetting("blank"), "1");
    expect(() => session.look("resident:99999", 0, "en")).toThrow(/no resident 99999; expected a number from 0 to/);
    expect(() => session.look("nobody", 0, "en")).toThrow(/unknown item/);
    expect(session.look("platform:0", 0, "en").kind).toBe("gone");
  });
});
