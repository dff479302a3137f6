export { exchange, helpChance } from "./exchange";
export { fillUniform } from "./random";
export { trust } from "./trust";
