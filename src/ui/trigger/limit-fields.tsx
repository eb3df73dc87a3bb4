import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../parts/icon";
import { blankGroup, blankTest, type RuleForm } from "../rules/rule-form";
import type { DrawField, FieldId } from "./draw-field";
import type { TriggerDraft } from "./use-trigger-draft";

/** Each with what its button says; what pays has caps. */
const limits = {
  limitPerReward: "Limit per reward",
  limitPerCustomer: "Limit per customer",
  limitPerMonth: "Limit per partner and month",
  firstEvents: "First events of each customer",
  firstOfPartner: "Once for each partner",
  withinMonths: "Within months of sign-up",
  from: "From a day on",
  until: "Until a day",
  set: "One of a set",
} as const satisfies Partial<Record<FieldId, string>>;
type Limit = keyof typeof limits;
const ids = Object.keys(limits) as Limit[];
const caps: readonly string[] = ["limitPerReward", "limitPerCustomer", "limitPerMonth"];

/** The limits that an offer has, and a list to add one from. A limit to a group is a condition. */
export function LimitFields(props: { readonly draft: TriggerDraft; readonly draw: DrawField }) {
  const { draft, draw } = props;
  const { form, rules } = draft;
  const [added, setAdded] = useState<readonly Limit[]>([]);
  const list = useRef<HTMLDetailsElement>(null);
  const focusNext = useRef("");
  useEffect(() => {
    if (focusNext.current !== "") document.getElementById(focusNext.current)?.focus();
    focusNext.current = "";
  });
  const pays = ["grant a reward", "start a drip"].includes(form.text("action"));
  const isShown = (id: Limit) => form.text(id) !== "" || added.includes(id) || id in form.errors;
  const shown = ids.filter(isShown);
  const left = ids.filter((id) => !isShown(id) && (pays || !caps.includes(id)));
  const shownCaps = shown.filter((id) => caps.includes(id));
  const others = shown.filter((id) => !caps.includes(id));
  const hasCap = shownCaps.length > 0 || form.text("limitCurrency") !== "";
  const close = () => list.current?.removeAttribute("open");
  const add = (id: Limit) => {
    close();
    setAdded([...added, id]);
    if (id === "firstOfPartner") form.set(id, "1");
    focusNext.current = form.idOf(id);
  };
  const addGroup = () => {
    close();
    form.set("form", JSON.stringify(withGroup(rules)), ["rules"]);
    focusNext.current = form.idOf("rules");
  };
  return (
    <fieldset class="field">
      <legend class="group-label">Limits</legend>
      {shown.length === 0 && <p class="hint">None.</p>}
      {[...shownCaps, ...(hasCap ? (["limitCurrency"] as const) : []), ...others].map((id) => (
        <div key={id}>{draw({ id, hidesOptional: true })}</div>
      ))}
      <details class="more" ref={list}>
        <summary class="line">
          Add a limit <Icon name="down" />
        </summary>
        <ul class="card inner">
          {left.map((id) => (
            <li key={id}>
              <button type="button" class="option" onClick={() => add(id)}>
                {limits[id]}
              </button>
            </li>
          ))}
          {rules.kind !== "text" && (
            <li>
              <button type="button" class="option" onClick={addGroup}>
                Only one group of partners
              </button>
            </li>
          )}
        </ul>
      </details>
    </fieldset>
  );
}

/** The rules with one condition more, that the partner is of a group. */
function withGroup(rules: RuleForm): RuleForm {
  const test = { ...blankTest, fact: "partner.Group" };
  if (rules.kind !== "group") return { ...blankGroup, items: [test] };
  if (rules.match === "all") return { ...rules, items: [...rules.items, test] };
  return { ...blankGroup, items: [rules, test] };
}
