export { clientAttributes, type ClientAttributes } from './client-attributes';
export { Feature, type FeatureProps } from './feature';
export { FlagstaffProvider, type FlagstaffProviderProps } from './flagstaff-provider';
