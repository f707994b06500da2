/** The path of a drawing: `scripts/mark-paths.ts`. */
declare module '*.svg?path' {
  export const path: string;
}
