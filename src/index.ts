export * from "./calendar";
export * from "./services";
export * from "./sla";
export * from "./timeline";
