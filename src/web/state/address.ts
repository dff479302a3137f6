/** The address of the page, which the command line reads too. */
export {
  addressOf,
  type Place,
  placeOf,
  SIDES,
  type Side,
  START,
  VIEWS,
  type View,
} from "../../experiments/page/address.ts";
