import type { Preset, Sample } from "./preset";

const schema =
  "fivetran.com/docs/connectors/applications/partnerstack-vendor/connector-schema lists the columns, and PartnerStack's API has the same names";
const importer =
  "apps/web/lib/partnerstack/schemas.ts in dubinc/dub reads them from the API: amounts are in cents";

/** Partnerships, as the API and the tools that copy it write them. */
export const partnerStackPartners: Preset = {
  name: "PartnerStack partnerships",
  lines: "partners",
  needs: ["key", "email", "first_name", "last_name"],
  columns: {
    key: "key",
    email: "email",
    first_name: "name",
    last_name: "name",
    created_at: "date",
  },
  answers: {},
  sources: `Sure of key, email, first_name, last_name: ${importer}. created_at is a guess, and not needed.`,
};
export const partnersSample: Sample = {
  file: [
    "key,email,first_name,last_name,group,created_at",
    "part_1,sam@reed.example,Sam,Reed,gold,1748772000000",
    "part_2,tia@moss.example,Tia,Moss,,1748858400000",
  ].join("\n"),
  lines: [
    "partners part_1 Sam Reed sam@reed.example 2025-06-01",
    "partners part_2 Tia Moss tia@moss.example 2025-06-02",
  ],
};

export const partnerStackCustomers: Preset = {
  name: "PartnerStack customers",
  lines: "customers",
  needs: ["key", "customer_key", "partnership_key", "email", "name"],
  columns: {
    customer_key: "customer",
    name: "name",
    email: "email",
    partnership_key: "partner",
    created_at: "date",
  },
  answers: {},
  sources: `Sure: ${importer}.`,
};
export const customersSample: Sample = {
  file: [
    "key,customer_key,name,email,provider_key,partnership_key,test,created_at,updated_at",
    "cust_1,u1,Ada Berg,ada@example.com,cus_1,part_1,false,1748772000000,1748772000000",
  ].join("\n"),
  lines: ["customers u1 Ada Berg ada@example.com 2025-06-01 part_1"],
};

export const partnerStackSales: Preset = {
  name: "PartnerStack transactions",
  needs: ["customer_key", "amount", "currency", "product_key", "category_key", "created_at"],
  columns: {
    id: "key",
    key: "key",
    customer_key: "customer",
    amount: "amount",
    currency: "currency",
    product_key: "product",
    category_key: "category",
    created_at: "date",
  },
  answers: { isMinor: true },
  sources: `Sure of id, customer_key, amount, currency, product_key, category_key, created_at: ${schema}. Cents: ${importer}.`,
};
export const salesSample: Sample = {
  file: [
    "id,customer_key,amount,amount_usd,approved,category_key,created_at,currency,product_key,updated_at",
    "tran_1,u1,120000,120000,true,plans,1769916600000,USD,yearly,1769916600000",
    "tran_2,u1,4900,4900,true,plans,2026-02-02T10:00:00Z,USD,monthly,2026-02-02T10:00:00Z",
  ].join("\n"),
  lines: ["tran_1 u1 2026-01-31 120000 0", "tran_2 u1 2026-02-02 4900 0"],
};

export const partnerStackRewards: Preset = {
  name: "PartnerStack rewards",
  lines: "open rewards",
  needs: ["partnership_key", "customer_key", "amount", "created_at", "reward_status"],
  columns: {
    id: "key",
    key: "key",
    partnership_key: "partner",
    customer_key: "customer",
    amount: "amount",
    currency: "currency",
    created_at: "date",
    reward_status: "status",
    description: "product",
  },
  answers: {
    isMinor: true,
    outcomes: {
      hold: "sale",
      pending: "sale",
      approved: "sale",
      scheduled: "sale",
      declined: "out",
      paid: "out",
    },
  },
  sources: `Sure of id, partnership_key, customer_key, amount, created_at, description: ${schema}. reward_status and its words: ${importer}. A scheduled one is owed on its day.`,
};
export const rewardsSample: Sample = {
  file: [
    "id,action_key,customer_key,partnership_key,transaction_key,amount,currency,created_at,description,reward_status",
    "rew_1,,u1,part_1,tran_1,24000,USD,1769916600000,20 % of the yearly plan,approved",
    "rew_2,,u1,part_1,tran_2,980,USD,1770026400000,20 % of the monthly plan,paid",
    "rew_3,,u1,part_1,tran_2,980,USD,1772445600000,20 % of the monthly plan,scheduled",
  ].join("\n"),
  lines: [
    "open rewards rew_1 part_1 u1 2026-01-31 24000",
    "out paid",
    "open rewards rew_3 part_1 u1 2026-03-02 980",
  ],
};
