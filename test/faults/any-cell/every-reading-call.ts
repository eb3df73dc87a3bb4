import { asRefusal } from "../../../src/engine/kernel/problem";
import type { Program } from "../../../src/engine/program/program";
import { useCases } from "../../../src/engine/usecases";
import { checkInput } from "../../../src/engine/usecases/shared/check-input";
import type { UseCase } from "../../../src/engine/usecases/shared/use-case";
import { envOn } from "../../support/program";

const reading = (Object.values(useCases) as unknown as readonly UseCase[]).filter(
  ({ edits }) => edits === "read only",
);

const asked: Readonly<Record<string, unknown>> = {
  partner: "ada",
  customer: "ada_c",
  transaction: "ada_t5",
  sale: "ada_t5",
  event: "ada_t1",
  trigger: "ada_rate",
  reward: "ada_t1/ada_rate",
  drip: "drip_ada_t1/ada_drip",
  invoice: "inv_2026-01_USD",
  month: "2026-01",
  date: "2026-03-21",
  createdOn: "2026-03-21",
  amount: "10",
  currency: "USD",
  name: "New",
  formId: "form",
};

/**
 * Makes every call that only reads, about rows of Ada's half where it asks for one. Answers how many answered and how many
 * were refused by a code; anything else is thrown.
 */
export function readAll(program: Program, today: string): { answered: number; refused: number } {
  const count = { answered: 0, refused: 0 };
  for (const { name, inputs, decide } of reading) {
    const given = Object.fromEntries(
      Object.entries(inputs).flatMap(([id, { required }]) =>
        id in asked && (required || name.startsWith("preview")) ? [[id, asked[id]]] : [],
      ),
    );
    if (name === "list-facts") given.event = "transaction created";
    try {
      decide(program, checkInput(inputs, given, program), envOn(today));
      count.answered++;
    } catch (thrown) {
      if (!asRefusal(thrown)) throw new Error(`${name} fails`, { cause: thrown });
      count.refused++;
    }
  }
  return count;
}
