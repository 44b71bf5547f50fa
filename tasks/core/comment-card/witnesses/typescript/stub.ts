export function commentCard(author: string, homepage: string, text: string): string {
  return '<div class="comment"></div>';
}
