import type { Preset, Sample } from "./preset";

export const rewardfulCustomers: Preset = {
  name: "Rewardful affiliates and their customers",
  lines: "customers",
  needs: ["stripe_customer_id", "first_name", "last_name", "email"],
  columns: { stripe_customer_id: "customer", email: "partner" },
  answers: {},
  sources:
    "Sure for the file that Rewardful itself imports: help.rewardful.com, “How do I import data into Rewardful?”. Each line is a referred customer; first_name, last_name and email are the " +
    "affiliate's. Its export names no columns in public: where a header differs, choose the column.",
};

export const sample: Sample = {
  file: [
    "stripe_customer_id,first_name,last_name,email,paypal_email,wise_email,token",
    "cus_1,Sam,Reed,sam@example.com,,,sam",
    "cus_2,Sam,Reed,sam@example.com,,,sam",
  ].join("\n"),
  lines: ["customers cus_1   - sam@example.com", "customers cus_2   - sam@example.com"],
};
