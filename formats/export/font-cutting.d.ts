declare module 'subset-font' {
  type Axis = number | { min: number; max: number; default: number };
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: {
      targetFormat: 'truetype' | 'woff2';
      keepFeatures: string[];
      preserveNameIds: number[];
      dropTables: string[];
      variationAxes: Record<string, Axis>;
    },
  ): Promise<Buffer>;
}
declare module 'fontverter' {
  export function convert(font: Buffer, to: 'woff2'): Promise<Buffer>;
}
