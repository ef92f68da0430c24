export { embedCode } from './embed-code.ts';
export { integrityFrom } from './integrity.ts';
export { type OEmbedDocument, oembedDocument, type Thumbnail } from './oembed.ts';
export { stillName } from './places.ts';
export {
  EMBED_THEMES,
  EMBED_WAYS,
  type EmbedIntegrity,
  type EmbedRequest,
  type EmbedTheme,
  type EmbedWay,
  STILL_PICTURES,
  type StillPicture,
} from './request.ts';
