import type { Preset, Sample } from "./preset";

export const woocommerceOrders: Preset = {
  name: "WooCommerce orders",
  needs: ["Date", "Order #", "Status", "Customer", "Product(s)", "Net Sales"],
  columns: {
    Date: "date",
    "Order #": "key",
    Status: "status",
    Customer: "customer",
    "Product(s)": "product",
    "Net Sales": "amount",
    "Coupon(s)": "code",
  },
  answers: {
    outcomes: {
      completed: "sale",
      processing: "sale",
      refunded: "refund",
      pending: "out",
      "on hold": "out",
      cancelled: "out",
      failed: "out",
    },
  },
  sources:
    "Sure: get_export_columns of Reports/Orders/Controller.php in woocommerce/woocommerce (Analytics, Orders, Download). The file names customers only, " +
    "without an e-mail; its amounts are without tax and shipping, in the shop's currency.",
};

export const sample: Sample = {
  file: [
    'Date,"Order #","N. Revenue (formatted)",Status,Customer,"Customer type",Product(s),"Items sold",Coupon(s),"Net Sales",Attribution',
    '"2026-02-01 10:00:00",1001,$120.00,completed,"Ada Berg",new,"1× Lamp",1,sam10,120,Direct',
    '"2026-02-02 10:00:00",1002,$49.50,processing,"Bo Lind",new,"1× Bulb",1,,49.5,Direct',
    '"2026-02-03 10:00:00",1003,$49.50,on-hold,"Bo Lind",returning,"1× Bulb",1,,49.5,Direct',
  ].join("\n"),
  lines: ["1001 Ada Berg 2026-02-01 12000 0", "1002 Bo Lind 2026-02-02 4950 0", "out on-hold"],
};
