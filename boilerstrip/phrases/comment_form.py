"""Forms to write a comment. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "mul": "powered by disqus",
        "en": (
            "leave a comment | leave a reply | post a comment | post comment | add a comment | "
            "log in to comment | join the discussion | join the conversation | comments are closed | "
            "email address will not be published | required fields are marked | notify me of"
        ),
        "de": (
            "kommentar schreiben | kommentar hinterlassen | kommentar abschicken | kommentar verfassen | "
            "schreibe einen kommentar | schreiben sie einen kommentar | "
            "deine e-mail-adresse wird nicht veröffentlicht | erforderliche felder sind | "
            "antwort abbrechen | kommentare sind geschlossen | hinterlasse einen kommentar"
        ),
        "fr": (
            "laisser un commentaire | laissez un commentaire | poster un commentaire | "
            "ajouter un commentaire | votre adresse e-mail ne sera pas | les champs obligatoires | "
            "annuler la réponse | publier le commentaire | les commentaires sont fermés | "
            "connectez-vous pour commenter | écrire un commentaire"
        ),
        "es": (
            "deja un comentario | dejar un comentario | deja una respuesta | publicar comentario | "
            "tu dirección de correo electrónico no será | los campos obligatorios están | "
            "cancelar la respuesta | escribe un comentario | añadir comentario | comentarios cerrados | "
            "agregar un comentario | enviar comentario"
        ),
        "it": (
            "lascia un commento | lascia una risposta | il tuo indirizzo email non sarà | "
            "i campi obbligatori sono | annulla risposta | invia commento | aggiungi un commento | "
            "i commenti sono chiusi | scrivi un commento | pubblica commento"
        ),
        "pt": (
            "deixe um comentário | deixe uma resposta | deixe seu comentário | "
            "o seu endereço de e-mail não será | o seu endereço de email não será | "
            "campos obrigatórios são | cancelar resposta | publicar comentário | enviar comentário | "
            "adicionar comentário | comentários encerrados | escreva um comentário"
        ),
        "nl": (
            "geef een reactie | laat een reactie achter | plaats een reactie | plaats reactie | "
            "reactie plaatsen | je e-mailadres wordt niet | het e-mailadres wordt niet | "
            "vereiste velden zijn | reactie annuleren | reageren is niet meer mogelijk | reageer op dit"
        ),
        "pl": (
            "dodaj komentarz | napisz komentarz | zostaw komentarz | skomentuj | "
            "twój adres e-mail nie zostanie | wymagane pola są | anuluj pisanie odpowiedzi | "
            "opublikuj komentarz | możliwość komentowania | wyślij komentarz | komentowanie wyłączone"
        ),
        "cs": (
            "přidat komentář | napsat komentář | napište komentář | vložit komentář | "
            "vaše e-mailová adresa nebude | vyžadované informace jsou | zrušit odpověď na komentář | "
            "odeslat komentář | přidejte komentář | vstoupit do diskuse"
        ),
        "sk": (
            "pridať komentár | napísať komentár | vaša e-mailová adresa nebude | vyžadované polia sú | "
            "zrušiť odpoveď | odoslať komentár | pridaj komentár | zanechajte komentár | "
            "vstúpiť do diskusie"
        ),
        "ru": (
            "оставить комментарий | добавить комментарий | ваш адрес email не будет | "
            "обязательные поля помечены | отменить ответ | написать комментарий | "
            "отправить комментарий | комментарии закрыты | комментирование отключено | ваш комментарий | "
            "оставьте комментарий | чтобы комментировать"
        ),
        "uk": (
            "залишити коментар | додати коментар | ваша e-mail адреса не | ваша електронна адреса не | "
            "обов'язкові поля | скасувати відповідь | написати коментар | опублікувати коментар | "
            "коментарі закриті | надіслати коментар | ваш коментар | залиште коментар"
        ),
        "tr": (
            "yorum yap | yorumunuzu yazın | bir yanıt yazın | e-posta hesabınız yayımlanmayacak | "
            "e-posta adresiniz yayınlanmayacak | gerekli alanlar | yanıtı iptal et | yorum gönder | "
            "yorum ekle | cevabı iptal et | bir cevap yazın | yorum yazın"
        ),
        "el": (
            "αφήστε ένα σχόλιο | αφήστε μια απάντηση | γράψτε ένα σχόλιο | η ηλ. διεύθυνση σας δεν | "
            "τα υποχρεωτικά πεδία | ακύρωση απάντησης | δημοσίευση σχολίου | προσθήκη σχολίου | "
            "προσθέστε σχόλιο | υποβολή σχολίου"
        ),
        "ar": (
            "أضف تعليق | اترك تعليق | اترك رد | لن يتم نشر عنوان بريدك | الحقول الإلزامية | إلغاء الرد | "
            "إرسال التعليق | اكتب تعليق | التعليقات مغلقة | شاركنا رأيك | أضف رد"
        ),
        "fa": (
            "دیدگاه خود را بنویسید | نظر خود را بنویسید | ارسال نظر | ارسال دیدگاه | "
            "دیدگاهتان را بنویسید | نشانی ایمیل شما منتشر نخواهد شد | بخش\u200cهای موردنیاز | لغو پاسخ | "
            "ثبت نظر | فرستادن دیدگاه | نظر بدهید | ثبت دیدگاه"
        ),
        "he": (
            "השאירו תגובה | כתיבת תגובה | כתוב תגובה | האימייל לא יוצג באתר | שדות החובה מסומנים | "
            "להגיב ביטול | הוסף תגובה | הוספת תגובה | שליחת תגובה | כתבו תגובה | השאר תגובה | "
            "לבטל את התגובה"
        ),
        "zh": (
            "发表评论 | 发表回复 | 您的邮箱地址不会被公开 | 必填项已用 | 取消回复 | 提交评论 | 写评论 | "
            "我来说两句 | 添加评论 | 评论已关闭 | 留下评论"
        ),
        "zh-hant": (
            "發佈留言 | 發表迴響 | 發表留言 | 您的電子郵件地址不會公開 | 必填欄位標示為 | 取消回覆 | "
            "張貼留言 | 我要留言 | 新增留言"
        ),
        "ja": (
            "コメントを残す | コメントを書く | メールアドレスが公開されることはありません | "
            "コメントを送信 | コメントを投稿 | コメントをキャンセル | コメントの投稿 | "
            "が付いている欄は必須項目です | 返信をキャンセル | コメントを追加 | コメントフォーム | "
            "コメントを書き込む"
        ),
        "ko": (
            "댓글 쓰기 | 댓글 남기기 | 댓글 달기 | 이메일 주소는 공개되지 않습니다 | 필수 필드는 | "
            "응답 취소 | 댓글쓰기 | 댓글을 입력 | 댓글 등록 | 댓글 작성 | 답글 취소"
        ),
        "hi": (
            "टिप्पणी करें | कमेंट करें | प्रतिक्रिया दें | आपका ईमेल पता प्रकाशित नहीं | आवश्यक फ़ील्ड | उत्तर रद्द करें | "
            "टिप्पणी लिखें | अपनी राय दें | टिप्पणी जोड़ें | जवाब रद्द करें | एक टिप्पणी छोड़ें | कमेंट लिखें"
        ),
        "id": (
            "tinggalkan komentar | tinggalkan balasan | tulis komentar | alamat email anda tidak akan | "
            "ruas yang wajib ditandai | batalkan balasan | kirim komentar | beri komentar | "
            "posting komentar | tambahkan komentar"
        ),
        "vi": (
            "để lại một bình luận | để lại bình luận | viết bình luận | email của bạn sẽ không được | "
            "các trường bắt buộc được | hủy trả lời | gửi bình luận | gửi phản hồi | thêm bình luận | "
            "ý kiến của bạn | để lại một phản hồi | trả lời hủy"
        ),
        "th": (
            "ใส่ความเห็น | เขียนความคิดเห็น | อีเมลของคุณจะไม่แสดง | ช่องข้อมูลจำเป็น | ยกเลิกการตอบ | ส่งความคิดเห็น | "
            "เขียนความเห็น | เพิ่มความคิดเห็น | แสดงความเห็นของคุณ | ร่วมแสดงความคิดเห็น | แสดงความคิดเห็นของคุณ | "
            "แสดงความคิดเห็นที่นี่"
        ),
        "hu": (
            "hozzászólás írása | szólj hozzá | vélemény, hozzászólás | az e-mail címet nem tesszük | "
            "a kötelező mezőket | válasz megszakítása | hozzászólás küldése | írj hozzászólást | "
            "új hozzászólás | kommentálj | szóljon hozzá"
        ),
        "sv": (
            "lämna en kommentar | skriv en kommentar | din e-postadress kommer inte | "
            "obligatoriska fält är | avbryt svar | skicka kommentar | publicera kommentar | "
            "lämna ett svar | lägg till en kommentar | kommentarsfältet är stängt | "
            "kommentera artikeln | kommentera inlägget"
        ),
        "da": (
            "skriv en kommentar | efterlad en kommentar | læg en kommentar | "
            "din e-mailadresse vil ikke | krævede felter er | annuller svar | skriv et svar | "
            "tilføj en kommentar | send kommentar | skriv kommentar"
        ),
        "nb": (
            "legg igjen en kommentar | skriv en kommentar | legg inn en kommentar | legg igjen et svar | "
            "din e-postadresse vil ikke | obligatoriske felt er | avbryt svar | publiser kommentar | "
            "skriv kommentar | send kommentar"
        ),
        "fi": (
            "jätä kommentti | kirjoita kommentti | sähköpostiosoitettasi ei julkaista | "
            "pakolliset kentät on | peruuta vastaus | lähetä kommentti | vastaa peruuta | "
            "lisää kommentti | kirjaudu kommentoidaksesi | jätä vastaus | kommentoi artikkelia"
        ),
        "ro": (
            "lasă un comentariu | lasă un răspuns | adaugă un comentariu | adresa ta de email nu va fi | "
            "câmpurile obligatorii sunt | anulează răspunsul | scrie un comentariu | "
            "publică comentariul | trimite comentariul | lăsați un comentariu"
        ),
        "bg": (
            "оставете коментар | напиши коментар | вашият имейл адрес няма | задължителните полета са | "
            "отказ на отговора | публикуване на коментар | добави коментар | напишете коментар | "
            "добавете коментар | коментирай | вашият коментар"
        ),
        "hr": (
            "ostavi komentar | ostavite komentar | napišite komentar | vaša adresa e-pošte neće | "
            "obavezna polja su | odustani od odgovora | objavi komentar | dodaj komentar | komentiraj | "
            "odgovori otkaži"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
