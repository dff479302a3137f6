/**
 * The scenarios that come with the package.
 *
 * @packageDocumentation
 */
export { blank } from "./blank.ts";
export { newEstate } from "./new-estate.ts";
export { oldDistrict } from "./old-district.ts";
export { village } from "./village.ts";
