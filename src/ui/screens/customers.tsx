import { Customers as CustomerList } from "../partner/customers";
import { Button } from "../parts/button";
import { open } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";

/** All customers, each with its partner and its sales. */
export function Customers() {
  return (
    <ScreenFrame
      title="Customers"
      actions={
        <Button
          look="action"
          icon="plus"
          onClick={() => open({ screen: "record", about: "customer" })}
        >
          Add customer
        </Button>
      }
    >
      <CustomerList />
    </ScreenFrame>
  );
}
