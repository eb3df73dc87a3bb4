import type { Driver } from "../../host";

/** How a program was made, and the program as it then stood. */
const made = new Map<string, Promise<Driver>>();

/**
 * A program that is made once a test file: whoever asks for it under the same name goes on with a fork of its own, in
 * which nothing is seen of the others. What was mailed, shown or executed before stays behind.
 */
export async function prepared(name: string, make: () => Promise<Driver>): Promise<Driver> {
  const before = made.get(name) ?? make();
  made.set(name, before);
  return (await before).fork();
}
