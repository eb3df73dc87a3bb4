import type { OutsideService } from "../../realm/outside-service";
import { ServiceError } from "../../workbook/base/service-error";

/** The HTML files of the program, by name without ".html". */
export const html: OutsideService = (host) => ({
  "html.file": (name) => {
    const content = host.html.get(String(name));
    if (content !== undefined) return content;
    throw new ServiceError(`No HTML file named ${name} was found.`);
  },
});
