/** The scenarios that come with the package. */
export { newEstate } from "./new-estate.ts";
export { oldDistrict } from "./old-district.ts";
