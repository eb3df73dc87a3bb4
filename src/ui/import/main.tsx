import { render } from "preact";
import { Toast } from "../parts/toast";
import { ImportScreen } from "./import-screen";

const root = document.getElementById("sidebar");
if (root) {
  render(
    <>
      <ImportScreen />
      <Toast />
    </>,
    root,
  );
}
