"""Headings and controls of a thread of comments. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "view all comments | most voted | inline feedbacks | notify of | reply to | "
            "load more comments | show more comments | sort by best | sort by newest | oldest first | "
            "newest first | comments powered by | view comments | show comments | read comments | "
            "see all comments | hide comments | replies to | report this comment | add your thoughts | "
            "recent comments | latest comments | top comments | comments section | best comments | "
            "edited by | show replies | hide replies | view replies | no comments yet | "
            "be the first to comment | comment deleted | upvote | downvote"
        ),
        "de": (
            "alle kommentare | weitere kommentare laden | mehr kommentare | kommentare anzeigen | "
            "kommentare lesen | neueste kommentare | leserkommentare | antworten auf | "
            "beste kommentare | kommentar melden | älteste zuerst | neueste zuerst | kommentare zu | "
            "antwort auf | keine kommentare | meistbewertet | letzte kommentare"
        ),
        "fr": (
            "afficher les commentaires | afficher plus de commentaires | charger plus de commentaires | "
            "voir les commentaires | les plus récents | en réponse à | répondre à | "
            "commentaires récents | derniers commentaires | les mieux notés | signaler ce commentaire | "
            "réactions à | aucun commentaire | tous les commentaires | soyez le premier à commenter | "
            "lire les commentaires"
        ),
        "es": (
            "ver comentarios | ver los comentarios | mostrar comentarios | mejor valorados | "
            "más comentarios | en respuesta a | responder a | comentarios recientes | "
            "últimos comentarios | denunciar comentario | sin comentarios | comentarios en | "
            "todos los comentarios | más votados | sé el primero en comentar | ocultar comentarios"
        ),
        "it": (
            "tutti i commenti | mostra commenti | vedi i commenti | rispondi a | in risposta a | "
            "commenti recenti | ultimi commenti | più votati | segnala commento | nessun commento | "
            "altri commenti | leggi i commenti | commenti su"
        ),
        "pt": (
            "ver comentários | mais votados | em resposta a | responder a este comentário | "
            "comentários recentes | últimos comentários | denunciar comentário | nenhum comentário | "
            "sem comentários | mostrar comentários | todos os comentários | mais comentários | "
            "comentários em | seja o primeiro a comentar"
        ),
        "nl": (
            "alle reacties | toon reacties | meer reacties laden | reacties op | laatste reacties | "
            "recente reacties | reageer op deze reactie | nieuwste eerst | oudste eerst | "
            "geen reacties | bekijk reacties | lees de reacties | laad meer reacties | antwoord op | "
            "eerste reactie | meld reactie"
        ),
        "pl": (
            "wszystkie komentarze | pokaż komentarze | więcej komentarzy | najnowsze komentarze | "
            "ostatnie komentarze | najlepiej oceniane | w odpowiedzi na | odpowiedz na | "
            "zgłoś komentarz | brak komentarzy | najstarsze komentarze | zgłoś nadużycie | "
            "komentarze czytelników | bądź pierwszy"
        ),
        "cs": (
            "všechny komentáře | zobrazit komentáře | zobrazit diskusi | další komentáře | "
            "nejnovější komentáře | poslední komentáře | nahlásit komentář | odpovědět na | "
            "reagovat na | žádné komentáře | číst komentáře | komentáře čtenářů | vstup do diskuse | "
            "skrýt komentáře"
        ),
        "sk": (
            "všetky komentáre | zobraziť komentáre | zobraziť diskusiu | ďalšie komentáre | "
            "najnovšie komentáre | posledné komentáre | nahlásiť komentár | odpovedať na | "
            "žiadne komentáre | skryť komentáre | reagovať na"
        ),
        "ru": (
            "все комментарии | показать комментарии | загрузить ещё комментарии | "
            "последние комментарии | свежие комментарии | ответить на | в ответ на | "
            "пожаловаться на комментарий | нет комментариев | сначала новые | сначала старые | "
            "сначала лучшие | популярные комментарии | комментарии к | читать комментарии | "
            "комментариев пока нет | лучшие комментарии | ответы на комментарий | скрыть комментарии | "
            "обсуждение на форуме"
        ),
        "uk": (
            "усі коментарі | всі коментарі | показати коментарі | останні коментарі | нові коментарі | "
            "відповісти на | у відповідь на | поскаржитися на коментар | немає коментарів | "
            "спочатку нові | спочатку старі | найпопулярніші коментарі | коментарі до | "
            "коментарів немає | приховати коментарі | завантажити ще коментарі"
        ),
        "tr": (
            "tüm yorumlar | yorumları göster | daha fazla yorum | son yorumlar | en çok oylanan | "
            "yanıtla | yorumu şikayet et | yorumları oku | en yeni yorumlar | henüz yorum yok | "
            "henüz yorum yapılmamış | ilk yorumu sen yap | ilk yorum yapan | okuyucu yorumları | "
            "yorumu bildir | diğer yorumlar | yorumlar yükleniyor"
        ),
        "el": (
            "όλα τα σχόλια | εμφάνιση σχολίων | περισσότερα σχόλια | πρόσφατα σχόλια | "
            "τελευταία σχόλια | απάντηση σε | αναφορά σχολίου | κανένα σχόλιο | δεν υπάρχουν σχόλια | "
            "σχόλια αναγνωστών | φόρτωση περισσότερων σχολίων | απόκρυψη σχολίων"
        ),
        "ar": (
            "جميع التعليقات | كل التعليقات | عرض التعليقات | المزيد من التعليقات | أحدث التعليقات | "
            "آخر التعليقات | ردا على | الرد على التعليق | لا توجد تعليقات | لا يوجد تعليقات | "
            "الأكثر تصويتا | تعليقات القراء | الإبلاغ عن التعليق | إخفاء التعليقات"
        ),
        "fa": (
            "همه نظرات | همه دیدگاه\u200cها | نمایش نظرات | نظرات کاربران | آخرین دیدگاه\u200cها | "
            "آخرین نظرات | در پاسخ به | پاسخ دادن به | گزارش نظر | بدون دیدگاه | دیدگاه کاربران | "
            "نظرات بیشتر | هنوز نظری ثبت نشده | نظر مخاطبان | نظرات خوانندگان | جدیدترین نظرات | "
            "نظرات در انتظار"
        ),
        "he": (
            "כל התגובות | הצג תגובות | לכל התגובות | תגובות אחרונות | עוד תגובות | הגב לתגובה | "
            "בתגובה ל | דווח על תגובה | אין תגובות | תגובות הגולשים | תגובות נוספות | הסתר תגובות | "
            "השב לתגובה"
        ),
        "zh": (
            "全部评论 | 查看评论 | 最新评论 | 热门评论 | 更多评论 | 条评论 | 举报评论 | 暂无评论 | "
            "网友评论 | 精彩评论 | 查看所有评论 | 查看回复 | 回复评论 | 展开评论 | 最热评论 | 收起评论"
        ),
        "zh-hant": (
            "全部留言 | 查看留言 | 最新留言 | 近期留言 | 更多留言 | 則留言 | 檢舉留言 | 尚無留言 | "
            "網友評論 | 所有評論 | 則回應 | 近期迴響 | 熱門留言 | 全部評論 | 最新評論 | 查看回覆"
        ),
        "ja": (
            "すべてのコメント | コメント一覧 | コメントを見る | コメントをもっと見る | 最近のコメント | "
            "新しい順 | 古い順 | 件のコメント | 返信する | 違反報告 | コメントはありません | "
            "おすすめ順 | 最新のコメント | コメントはまだありません | に返信 | 人気のコメント | "
            "返信を表示 | コメントを読む | みんなのコメント"
        ),
        "ko": (
            "댓글 전체보기 | 전체 댓글 | 댓글 보기 | 댓글 더보기 | 최신 댓글 | 최근 댓글 | 최신순 | "
            "공감순 | 과거순 | 답글 쓰기 | 댓글이 없습니다 | 개의 댓글 | 추천순 | 답글 보기 | "
            "베스트 댓글 | 댓글 신고 | 답글 달기 | 등록된 댓글 | 댓글 목록"
        ),
        "hi": (
            "सभी टिप्पणियां | सभी टिप्पणियाँ | टिप्पणियां देखें | और टिप्पणियां | हाल की टिप्पणियाँ | "
            "नवीनतम टिप्पणियां | को उत्तर दें | कोई टिप्पणी नहीं | कमेंट्स देखें | पाठकों की राय | सभी कमेंट | जवाब देखें | "
            "टिप्पणी की रिपोर्ट करें | को जवाब दें"
        ),
        "id": (
            "semua komentar | tampilkan komentar | komentar terbaru | komentar lainnya | "
            "komentar terpopuler | balas komentar | laporkan komentar | belum ada komentar | membalas | "
            "tidak ada komentar | komentar pembaca | jadilah yang pertama berkomentar | lihat komentar | "
            "komentar teratas | lihat balasan"
        ),
        "vi": (
            "tất cả bình luận | xem bình luận | xem thêm bình luận | bình luận mới nhất | "
            "mới nhất trước | trả lời bình luận | báo cáo bình luận | chưa có bình luận | "
            "bình luận gần đây | phản hồi gần đây | tải thêm bình luận | bình luận hàng đầu | "
            "quan tâm nhất | xem trả lời | ý kiến bạn đọc | ý kiến độc giả"
        ),
        "th": (
            "ความคิดเห็นทั้งหมด | ดูความคิดเห็น | ความคิดเห็นล่าสุด | ความเห็นล่าสุด | ตอบกลับถึง | ความคิดเห็นเพิ่มเติม | "
            "รายงานความคิดเห็น | ยังไม่มีความคิดเห็น | ไม่มีความเห็น | แจ้งลบความคิดเห็น | ความคิดเห็นที่ | ดูการตอบกลับ"
        ),
        "hu": (
            "összes hozzászólás | hozzászólások megtekintése | hozzászólások mutatása | "
            "további hozzászólások | legutóbbi hozzászólások | friss hozzászólások | válasz erre | "
            "válasz neki | hozzászólás jelentése | nincs hozzászólás | nincsenek hozzászólások | "
            "összes komment | kommentek megtekintése | legújabb hozzászólások | olvasói hozzászólások | "
            "kommentek betöltése | hozzászólások elrejtése"
        ),
        "sv": (
            "alla kommentarer | visa kommentarer | fler kommentarer | senaste kommentarer | "
            "svara på kommentar | svar till | anmäl kommentar | inga kommentarer | läs kommentarer | "
            "nyast först | äldst först | dölj kommentarer | visa svar"
        ),
        "da": (
            "alle kommentarer | vis kommentarer | flere kommentarer | seneste kommentarer | svar til | "
            "svar på kommentar | anmeld kommentar | ingen kommentarer | læs kommentarer | nyeste først | "
            "ældste først | skjul kommentarer"
        ),
        "nb": (
            "alle kommentarer | vis kommentarer | flere kommentarer | siste kommentarer | svar til | "
            "rapporter kommentar | ingen kommentarer | les kommentarer | nyeste først | eldste først | "
            "skjul kommentarer"
        ),
        "fi": (
            "kaikki kommentit | näytä kommentit | lisää kommentteja | viimeisimmät kommentit | "
            "uusimmat kommentit | vastaa kommenttiin | vastaus käyttäjälle | ilmoita asiaton viesti | "
            "ei kommentteja | uusin ensin | vanhin ensin | lue kommentit | tuoreimmat kommentit | "
            "suosituimmat kommentit"
        ),
        "ro": (
            "toate comentariile | vezi comentariile | afișează comentariile | mai multe comentarii | "
            "comentarii recente | ultimele comentarii | răspunde lui | ca răspuns la | "
            "raportează comentariul | niciun comentariu | comentarii la | cele mai votate | "
            "citește comentariile | ascunde comentariile"
        ),
        "bg": (
            "всички коментари | покажи коментарите | още коментари | последни коментари | "
            "най-нови коментари | отговор на | отговори на | докладвай коментар | няма коментари | "
            "коментари към | първо най-новите | виж коментарите | скрий коментарите"
        ),
        "hr": (
            "svi komentari | prikaži komentare | pogledaj sve komentare | više komentara | "
            "najnoviji komentari | zadnji komentari | nedavni komentari | odgovori na | "
            "prijavi komentar | nema komentara | učitaj još komentara | pogledajte komentare | "
            "sakrij komentare | najstariji komentari"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
