/** What dots, discs and marks mean. */
import type { ComponentChildren } from "preact";
import { NEEDS } from "../../model/vocabulary.ts";
import { lang, say } from "../state/page.ts";

export function Legend() {
  return (
    <details class="stage-legend small">
      <summary>{say("Legend", "图例")}</summary>
      <ul>
        <Row mark={<Dots />}>{say("resident: trust in acquaintances, low to high", "居民：对熟人的信任由低到高")}</Row>
        <Row mark={<circle cx="8" cy="8" r="4" fill="none" stroke="var(--muted)" />}>
          {say("has bought, not yet moved in", "已购房，未入住")}
        </Row>
        <Row mark={<circle cx="8" cy="8" r="6" fill="var(--trust-high)" stroke="var(--ink)" />}>
          {say("capable person, leader or delegate", "骨干能人、负责人或居民代表")}
        </Row>
        <Row mark={<path d="M1 15L15 1" stroke="var(--trust-high)" opacity=".6" />}>
          {say("the strongest ties by trust", "信任最强的关系")}
        </Row>
        <Row mark={<circle cx="8" cy="8" r="6" fill="var(--accent)" />}>
          {say("council or federation (dashed: suspended)", "沟通会或联合会（虚线：停摆）")}
        </Row>
        <Row mark={<path d="M8 3l5 5-5 5-5-5z" fill="var(--warn)" />}>
          {say("open issue; ", "议题；")}
          <span class="stage-brought">{say("brought, ", "已提出，")}</span>
          <span class="stage-decided">{say("agreed, ", "已议定，")}</span>
          <span class="stage-shelved">{say("shelved", "已搁置")}</span>
        </Row>
        <Row mark={<circle cx="8" cy="8" r="6" fill="none" stroke="var(--ink)" stroke-width="2" />}>
          {say(
            "organization, area by members; solid rim: written rules; inner rings: serves others, public affairs",
            "自组织，面积表示人数；实线边：有组织规章；内圈：服务邻里、公共事务",
          )}
        </Row>
        {NEEDS.map((need, k) => (
          <Row key={need.name} mark={<circle cx="8" cy="8" r="5" fill={`var(--need-${k})`} />}>
            {need[lang.value]}
          </Row>
        ))}
      </ul>
    </details>
  );
}

function Dots() {
  return (
    <>
      <circle cx="4" cy="8" r="3" fill="var(--trust-low)" />
      <circle cx="12" cy="8" r="3" fill="var(--trust-high)" />
    </>
  );
}

function Row({ mark, children }: { readonly mark: ComponentChildren; readonly children: ComponentChildren }) {
  return (
    <li data-legend="">
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        {mark}
      </svg>
      <span>{children}</span>
    </li>
  );
}
