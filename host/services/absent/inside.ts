import { exception } from "../../realm/inside/exception";
import type { InsideService } from "../../realm/inside/kit";

/** Global names that every script has on Google, but whose members the host lacks. */
const names = [
  "CalendarApp",
  "CardService",
  "Charts",
  "ConferenceDataService",
  "ContactsApp",
  "DataStudioApp",
  "DocumentApp",
  "DriveApp",
  "FormApp",
  "GmailApp",
  "GroupsApp",
  "Jdbc",
  "LanguageApp",
  "LinearOptimizationService",
  "Maps",
  "MimeType",
  "SitesApp",
  "SlidesApp",
  "UrlFetchApp",
  "XmlService",
];

const absentService = (name: string): object =>
  new Proxy(
    {},
    {
      get: (_target, member) => {
        if (typeof member === "symbol") return undefined;
        throw exception(`not in the local host: ${name}.${member}`);
      },
    },
  );

/** Says that the host lacks a service, not Google. */
export const absent: InsideService = () =>
  Object.fromEntries(names.map((name) => [name, absentService(name)]));
