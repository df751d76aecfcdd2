export * from "./calendar";
export * from "./timeline";
