import type { Bridge } from "../realm/inside/bridge";
import { installServices } from "../realm/inside/install";
import { insideServices } from "./inside";

/** What is evaluated in every realm before the program: its one function creates the realm and all services. */
export const install = (bridge: Bridge) => installServices(bridge, insideServices);
