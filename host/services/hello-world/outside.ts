import type { OutsideService } from "../../realm/outside-service";
import { ServiceError } from "../../workbook/base/service-error";

/** The longest name that greet accepts; each service keeps its real limits beside its code. */
const maxLength = 100;

/** The host's half of the service to copy: what it remembers between executions, and its operations. */
export const helloWorld: OutsideService = (host) => {
  const greetings = host.slot<string[]>("hello-world", () => []);
  return {
    "hello-world.enabled": () =>
      (host.manifest.dependencies?.enabledAdvancedServices ?? []).some(
        ({ userSymbol }) => userSymbol === "HelloWorld",
      ),
    "hello-world.greet": (name) => {
      if (String(name).length > maxLength) throw new ServiceError("Argument too large: name");
      const text = `Hello, ${name}!`;
      greetings.push(text);
      return text;
    },
    "hello-world.greetings": () => greetings,
  };
};
