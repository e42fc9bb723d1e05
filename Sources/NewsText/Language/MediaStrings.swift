/// What stands for a picture or player that is not there and has no words of its own, in the language of
/// an article.
package final class MediaStrings: Sendable {
  /// A picture.
  package let picture: String
  /// A film.
  package let video: String
  /// A sound.
  package let audio: String

  /// The words of a language; English where they are not known.
  package static func of(_ language: String?) -> MediaStrings {
    table[LanguageTag.wordsKey(of: language)] ?? english
  }

  private init(_ picture: String, _ video: String, _ audio: String) {
    self.picture = picture
    self.video = video
    self.audio = audio
  }

  private static let english = MediaStrings("Picture", "Video", "Audio")

  private static let table: [String: MediaStrings] = [
    "ar": .init("صورة", "فيديو", "صوت"),
    "bg": .init("Изображение", "Видео", "Аудио"),
    "bn": .init("ছবি", "ভিডিও", "অডিও"),
    "ca": .init("Imatge", "Vídeo", "Àudio"),
    "cs": .init("Obrázek", "Video", "Audio"),
    "da": .init("Billede", "Video", "Lyd"),
    "de": .init("Bild", "Video", "Audio"),
    "el": .init("Εικόνα", "Βίντεο", "Ήχος"),
    "es": .init("Imagen", "Vídeo", "Audio"),
    "fa": .init("تصویر", "ویدئو", "صدا"),
    "fi": .init("Kuva", "Video", "Ääni"),
    "fr": .init("Image", "Vidéo", "Audio"),
    "he": .init("תמונה", "סרטון", "שמע"),
    "hi": .init("चित्र", "वीडियो", "ऑडियो"),
    "hu": .init("Kép", "Videó", "Hang"),
    "id": .init("Gambar", "Video", "Audio"),
    "it": .init("Immagine", "Video", "Audio"),
    "ja": .init("画像", "動画", "音声"),
    "ko": .init("그림", "동영상", "오디오"),
    "nb": .init("Bilde", "Video", "Lyd"),
    "nl": .init("Afbeelding", "Video", "Audio"),
    "pl": .init("Obraz", "Wideo", "Dźwięk"),
    "pt": .init("Imagem", "Vídeo", "Áudio"),
    "ro": .init("Imagine", "Video", "Audio"),
    "ru": .init("Изображение", "Видео", "Аудио"),
    "sv": .init("Bild", "Video", "Ljud"),
    "th": .init("รูปภาพ", "วิดีโอ", "เสียง"),
    "tr": .init("Resim", "Video", "Ses"),
    "uk": .init("Зображення", "Відео", "Аудіо"),
    "ur": .init("تصویر", "ویڈیو", "آواز"),
    "vi": .init("Hình ảnh", "Video", "Âm thanh"),
    "zh": .init("图片", "视频", "音频"),
    "zh-Hant": .init("圖片", "影片", "音訊"),
  ]
}
