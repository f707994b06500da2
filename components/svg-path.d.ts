/** The path of a drawing; see `scripts/mark-paths.ts`. */
declare module '*.svg?path' {
  export const path: string;
}
