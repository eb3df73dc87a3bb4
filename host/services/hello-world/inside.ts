import type { InsideService } from "../../realm/inside/kit";

/**
 * The in-realm half of the service to copy: what a script sees. It is there only for a program
 * whose manifest enables the advanced service "HelloWorld", since Google has none of that name.
 */
export const helloWorld: InsideService = (kit) => {
  if (kit.ask("hello-world.enabled") !== true) return {};
  const service = kit.define<undefined>("HelloWorld", {
    greet: (_state, name: string) => kit.ask("hello-world.greet", name),
    greetings: () => kit.ask("hello-world.greetings"),
  });
  return { HelloWorld: service.make(undefined) };
};
