import { textField } from "../../../src/engine/kernel/fields";
import { input } from "../../../src/engine/kernel/input";
import { useCase } from "../../../src/engine/usecases/shared/use-case";
import { programOf, recordsOf } from "../../support/program";
import { act } from "./act";

type Definition = Parameters<typeof useCase>[0];
/** Whether a use case so defined compiles; `tsc` fails where the word below says otherwise. */
type Compiles<D> = [D] extends [Definition] ? "compiles" : "does not compile";

const name = input("Name", textField, { required: true });
const add = (edits: "leave" | "read only") =>
  useCase({
    name: "add-one",
    edits,
    inputs: { name },
    reads: ["partners"],
    decide: (work, given) => work.insert("partners", { key: "ada", name: given.name }).key,
  });

test("a use case says what happens first to cells that were typed over, or that it only reads", () => {
  const whole: Compiles<Definition> = "compiles";
  const silent: Compiles<Omit<Definition, "edits">> = "does not compile";
  expect([whole, silent]).toHaveLength(2);
});

test("a use case that only reads and changes a row all the same is caught by whatever test acts with it", () => {
  const given = programOf({});
  const { program } = act(given, add("leave"), { name: "Ada" }, "2026-03-01");
  expect(recordsOf(program, "partners")).toMatchObject([{ key: "ada", name: "Ada" }]);

  expect(() => act(given, add("read only"), { name: "Ada" }, "2026-03-01")).toThrow("add-one");
});
