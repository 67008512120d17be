"""Signing in, registering, and the account. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "log in | login | sign in | create an account | create account | forgot password | "
            "my account | register now | remember me | sign out | log out | logout | "
            "continue with google | reset password | don't have an account | already have an account | "
            "not a member | your password | username or email | already registered | new user? | "
            "sign up free | you must be logged in"
        ),
        "de": (
            "anmelden | einloggen | passwort vergessen | mein konto | konto erstellen | registrieren | "
            "angemeldet bleiben | abmelden | ausloggen | noch kein konto | benutzername oder e-mail | "
            "kundenkonto | bereits registriert | sie müssen angemeldet sein | neu hier?"
        ),
        "fr": (
            "se connecter | connexion | s'identifier | mot de passe oublié | mon compte | "
            "créer un compte | créez un compte | s'inscrire | se souvenir de moi | déconnexion | "
            "se déconnecter | déjà inscrit | espace membre | espace client | pas encore inscrit | "
            "identifiant ou e-mail | rester connecté"
        ),
        "es": (
            "iniciar sesión | inicia sesión | acceder | olvidaste tu contraseña | "
            "¿has olvidado tu contraseña | mi cuenta | crear una cuenta | crear cuenta | regístrate | "
            "registrarse | recordarme | cerrar sesión | olvidó su contraseña | ya tienes cuenta | "
            "¿no tienes cuenta | nombre de usuario o correo | entrar con google | ingresar"
        ),
        "it": (
            "accedi | password dimenticata | hai dimenticato la password | il mio account | "
            "crea un account | registrati | ricordami | esci dal | nome utente o | effettua il login | "
            "area riservata | non hai un account | hai già un account | recupera password"
        ),
        "pt": (
            "iniciar sessão | fazer login | entrar na sua conta | esqueceu a senha | "
            "esqueceu sua senha | esqueci minha senha | minha conta | criar conta | criar uma conta | "
            "cadastre-se | registe-se | lembrar-me | terminar sessão | já tem conta | não tem conta | "
            "recuperar senha | faça login | mantenha-me conectado"
        ),
        "nl": (
            "inloggen | log in | aanmelden | wachtwoord vergeten | mijn account | account aanmaken | "
            "maak een account | registreren | onthoud mij | uitloggen | gebruikersnaam of e-mail | "
            "ingelogd blijven | heb je al een account | nog geen account | mijn gegevens | "
            "je moet ingelogd zijn"
        ),
        "pl": (
            "zaloguj | logowanie | nie pamiętasz hasła | zapomniałeś hasła | moje konto | załóż konto | "
            "zarejestruj się | zapamiętaj mnie | wyloguj | przypomnij hasło | nie masz konta | "
            "masz już konto | nazwa użytkownika lub | utwórz konto"
        ),
        "cs": (
            "přihlásit se | přihlášení | zapomenuté heslo | zapomněli jste heslo | můj účet | "
            "vytvořit účet | registrovat se | zaregistrovat se | odhlásit | zapamatovat si mě | "
            "uživatelské jméno nebo | nemáte účet | zůstat přihlášen | založit účet | přihlásit přes"
        ),
        "sk": (
            "prihlásiť sa | prihlásenie | zabudnuté heslo | zabudli ste heslo | môj účet | "
            "vytvoriť účet | registrovať sa | zaregistrovať sa | odhlásiť | zapamätať si ma | "
            "nemáte účet | zostať prihlásený | prihlásiť cez"
        ),
        "ru": (
            "забыли пароль | личный кабинет | мой аккаунт | зарегистрироваться | запомнить меня | "
            "создать аккаунт | авторизация | авторизоваться | вход на сайт | выйти из аккаунта | "
            "вход для пользователей | восстановить пароль | нет аккаунта | логин или | "
            "уже зарегистрированы | вход и регистрация | войти"
        ),
        "uk": (
            "увійти | забули пароль | особистий кабінет | мій акаунт | зареєструватися | "
            "запам'ятати мене | створити акаунт | авторизація | авторизуватися | вхід на сайт | "
            "відновити пароль | немає акаунту | вхід для користувачів | вийти з акаунту | мій кабінет"
        ),
        "tr": (
            "giriş yap | üye ol | üye girişi | şifremi unuttum | parolamı unuttum | hesabım | "
            "hesap oluştur | kayıt ol | beni hatırla | çıkış yap | kullanıcı adı veya | hesabın yok mu | "
            "hesabınız yok mu | oturum aç | üye değil misiniz | zaten üye misin"
        ),
        "el": (
            "σύνδεση | είσοδος μελών | ξεχάσατε τον κωδικό | ξέχασα τον κωδικό | ο λογαριασμός μου | "
            "δημιουργία λογαριασμού | εγγραφή μέλους | να με θυμάσαι | αποσύνδεση | όνομα χρήστη ή | "
            "συνδεθείτε | δεν έχετε λογαριασμό | έχετε ήδη λογαριασμό"
        ),
        "ar": (
            "تسجيل الدخول | سجل الدخول | تسجيل الخروج | نسيت كلمة المرور | نسيت كلمة السر | حسابي | "
            "إنشاء حساب | سجل الآن | تذكرني | ليس لديك حساب | لديك حساب بالفعل | اسم المستخدم أو | "
            "هل نسيت كلمة | استعادة كلمة المرور"
        ),
        "fa": (
            "ورود به سایت | ورود / ثبت نام | ورود و ثبت نام | ثبت نام کنید | فراموشی رمز عبور | "
            "رمز عبور خود را | حساب کاربری من | ایجاد حساب | مرا به خاطر بسپار | خروج از حساب | "
            "ورود به حساب | عضویت در سایت | نام کاربری یا | ورود کاربران | رمز عبور را فراموش | وارد شوید"
        ),
        "he": (
            "התחברות | התחבר | התחברו | שכחתי סיסמה | שכחת סיסמה | שכחת את הסיסמה | החשבון שלי | "
            "יצירת חשבון | הרשמה לאתר | הירשם עכשיו | זכור אותי | התנתק | התנתקות | כניסה לחשבון | "
            "אזור אישי | כניסת משתמשים | אין לך חשבון"
        ),
        "zh": (
            "登录 | 忘记密码 | 我的账户 | 我的账号 | 注册账号 | 立即注册 | 记住我 | 用户名或 | "
            "免费注册 | 个人中心 | 没有账号 | 已有账号 | 找回密码"
        ),
        "zh-hant": (
            "登入 | 忘記密碼 | 我的帳戶 | 我的帳號 | 註冊帳號 | 立即註冊 | 登出 | 記住我 | 加入會員 | "
            "會員中心 | 免費註冊 | 還沒有帳號 | 已經有帳號"
        ),
        "ja": (
            "ログイン | ログアウト | パスワードを忘れた | パスワードをお忘れ | マイページ | "
            "アカウントを作成 | 新規登録 | 会員登録 | アカウントをお持ち | マイアカウント | 無料登録 | "
            "サインイン"
        ),
        "ko": (
            "로그인 | 로그아웃 | 회원가입 | 비밀번호 찾기 | 아이디 찾기 | 마이페이지 | 내 계정 | "
            "계정 만들기 | 비밀번호를 잊으셨나요 | 아이디 저장 | 비회원 | 아이디/비밀번호"
        ),
        "hi": (
            "लॉग इन करें | लॉगिन | पासवर्ड भूल गए | मेरा खाता | खाता बनाएं | रजिस्टर करें | मुझे याद रखें | लॉग आउट | "
            "साइन अप करें | लॉगआउट | साइन इन | नया खाता"
        ),
        "id": (
            "masuk ke akun | silakan masuk | masuk atau daftar | lupa kata sandi | lupa password | "
            "akun saya | buat akun | daftar sekarang | ingat saya | keluar dari akun | "
            "belum punya akun | sudah punya akun | login dengan | masuk dengan | nama pengguna atau | "
            "daftar akun"
        ),
        "vi": (
            "đăng nhập | đăng xuất | quên mật khẩu | tài khoản của tôi | tạo tài khoản | "
            "đăng ký tài khoản | chưa có tài khoản | đã có tài khoản | đăng ký ngay | nhớ mật khẩu"
        ),
        "th": (
            "เข้าสู่ระบบ | ออกจากระบบ | ลืมรหัสผ่าน | บัญชีของฉัน | สมัครสมาชิก | สร้างบัญชี | ลงทะเบียน | จดจำฉัน | "
            "ล็อกอิน | จำฉันไว้ | ยังไม่มีบัญชี | ลงชื่อเข้าใช้"
        ),
        "hu": (
            "bejelentkezés | belépés | elfelejtett jelszó | elfelejtetted a jelszavad | "
            "elfelejtette a jelszavát | fiókom | regisztráció | regisztrálok | regisztrálj | "
            "emlékezz rám | kijelentkezés | kilépés | felhasználónév vagy | még nincs fiókod | "
            "fiók létrehozása | jelentkezz be | jelentkezzen be | bejelentkezve maradok"
        ),
        "sv": (
            "logga in | logga ut | glömt lösenord | glömt ditt lösenord | mitt konto | mina sidor | "
            "skapa konto | skapa ett konto | registrera dig | kom ihåg mig | användarnamn eller | "
            "har du inget konto | har du redan ett konto | håll mig inloggad"
        ),
        "da": (
            "log ind | log ud | glemt adgangskode | glemt kodeord | glemt din adgangskode | min konto | "
            "min profil | opret konto | opret en konto | opret bruger | husk mig | brugernavn eller | "
            "har du ikke en konto | mit abonnement | forbliv logget ind"
        ),
        "nb": (
            "logg inn | logg ut | glemt passord | min konto | min side | opprett konto | "
            "opprett en konto | registrer deg | husk meg | brukernavn eller | har du ikke konto | "
            "lag konto | ny bruker"
        ),
        "fi": (
            "kirjaudu | unohditko salasanan | unohditko salasanasi | oma tili | luo tili | "
            "rekisteröidy | muista minut | käyttäjätunnus tai | eikö sinulla ole tiliä | omat tiedot | "
            "luo tunnus | unohtunut salasana | pidä minut kirjautuneena"
        ),
        "ro": (
            "autentificare | conectează-te | conectare | ai uitat parola | contul meu | creează cont | "
            "creează un cont | înregistrează-te | ține-mă minte | deconectare | intră în cont | "
            "nume utilizator sau | nu ai cont | ai deja cont | cont nou | am uitat parola"
        ),
        "bg": (
            "вход в профила | забравена парола | забравили сте паролата | моят профил | моят акаунт | "
            "създай профил | регистрирай се | регистрация на потребител | запомни ме | "
            "изход от профила | влезте в профила | потребителско име или | нямате профил | "
            "вход / регистрация | вход с facebook"
        ),
        "hr": (
            "prijavi se | prijavite se | zaboravljena lozinka | zaboravili ste lozinku | moj račun | "
            "otvori račun | registriraj se | registracija korisnika | zapamti me | odjavi se | odjava | "
            "korisničko ime ili | nemate račun | izradi račun | prijava korisnika"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
