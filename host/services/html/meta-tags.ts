import { exception } from "../../realm/inside/exception";

/** The meta tags that addMetaTag accepts (PLATFORM-84). */
const allowed = [
  "apple-mobile-web-app-capable",
  "google-site-verification",
  "mobile-web-app-capable",
  "viewport",
];

/** Throws Google's text for a meta tag that is not on the list. */
export const checkMetaTag = (name: string): void => {
  if (allowed.includes(name)) return;
  throw exception("The specified meta tag cannot be used in this context.");
};
