import type { Output } from "../../engine/contract/contract";
import type { Choice } from "../form/choice";
import { joinWithDots } from "../format/words";
import { saveAsDraft } from "../state/drafts";
import { createStore } from "../state/store";

/** The partner whom the reward being written is for; also set from a partner's screen. */
export const chosenPartner = createStore<Choice | undefined>(undefined);
saveAsDraft("chosen partner", chosenPartner, undefined);

/** A partner as a choice of a picker. */
export const partnerChoice = (partner: Output<"find-partners">["rows"][number]): Choice => ({
  key: partner.key,
  name: partner.name,
  about: joinWithDots([
    partner.email,
    partner.key,
    partner.status === "archived" ? "archived" : "",
  ]),
});
