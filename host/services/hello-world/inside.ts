import type { InsideService } from "../../realm/inside/kit";

/**
 * The in-realm half of the service to copy: what a script sees. Only a program whose manifest enables the advanced
 * service "HelloWorld" gets it, since Google has none of that name.
 */
export const helloWorld: InsideService = (kit) => {
  if (kit.ask("hello-world.enabled") !== true) return {};
  const service = kit.define<undefined>("HelloWorld", {
    greet: (_state, name: string) => kit.ask("hello-world.greet", name),
    greetings: () => kit.ask("hello-world.greetings"),
  });
  return { HelloWorld: service.make(undefined) };
};
