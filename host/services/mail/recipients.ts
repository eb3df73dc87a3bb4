import { ServiceError } from "../../workbook/base/service-error";

const address = /^(?:[^<>@,]*<)?\s*[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+\s*>?$/;

/** The addresses of a comma-separated list; throws Google's text for an invalid one. */
export const recipientsOf = (list: string): readonly string[] => {
  const parts = list
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  for (const part of parts) {
    if (!address.test(part)) throw new ServiceError(`Invalid email: ${part}`);
  }
  return parts;
};
