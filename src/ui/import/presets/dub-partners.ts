import type { Preset, Sample } from "./preset";

export const dubPartners: Preset = {
  name: "Dub partners",
  lines: "partners",
  needs: ["ID", "Name", "Email", "Country", "Status", "Enrolled at"],
  columns: { ID: "key", Name: "name", Email: "email", Status: "status", "Enrolled at": "date" },
  answers: {},
  sources: "Sure: exportPartnerColumns of apps/web/lib/zod/schemas/partners.ts in dubinc/dub.",
};

export const sample: Sample = {
  file: [
    "ID,Name,Email,Country,Status,Enrolled at,Payouts enabled at",
    "pn_1,Sam Reed,sam@example.com,US,approved,2025-06-01T10:00:00.000Z,2025-07-01T10:00:00.000Z",
    "pn_2,Tia Moss,tia@example.com,DE,banned,2025-06-02T10:00:00.000Z,",
  ].join("\n"),
  lines: ["partners pn_1 Sam Reed sam@example.com 2025-06-01", "out banned"],
};
